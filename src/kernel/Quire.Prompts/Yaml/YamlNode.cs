namespace Quire.Prompts.Yaml;

/// <summary>A node of a YAML document with its place in the file.</summary>
internal abstract class YamlNode
{
    public required YamlSpan Span { get; init; }

    /// <summary>The node's kind in words, for messages.</summary>
    public abstract string Kind { get; }
}
