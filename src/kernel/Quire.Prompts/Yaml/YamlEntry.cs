namespace Quire.Prompts.Yaml;

internal sealed record YamlEntry(YamlScalarNode Key, YamlNode Value);
