namespace Quire.Prompts.Yaml;

internal sealed class YamlSequenceNode : YamlNode
{
    public required IReadOnlyList<YamlNode> Items { get; init; }

    public override string Kind => "a list";
}
