namespace Quire.Prompts.Yaml;

internal sealed class YamlMappingNode : YamlNode
{
    public required IReadOnlyList<YamlEntry> Entries { get; init; }

    public required bool IsFlow { get; init; }

    public override string Kind => "a mapping";

    public YamlEntry? Find(string key)
    {
        foreach (var entry in Entries)
        {
            if (entry.Key.Text == key)
                return entry;
        }

        return null;
    }
}
