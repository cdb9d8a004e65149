namespace Quire.Prompts.Yaml;

internal enum YamlScalarKind
{
    Text,
    Null,
    Boolean,
    Number,
    NotFinite,
}
