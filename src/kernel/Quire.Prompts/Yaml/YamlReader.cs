using System.Diagnostics.CodeAnalysis;
using Quire.Prompts.Names;
using Quire.Prompts.PromptFiles;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace Quire.Prompts.Yaml;

/// <summary>
/// Builds a tree from YamlDotNet's event stream. Anchors, aliases, tags, repeated keys and keys that are no scalars are
/// refused; depth and node count are bounded, so neither a billion laughs nor a tower of brackets gets through.
/// </summary>
internal sealed class YamlReader
{
    private readonly Parser _parser;
    private int _nodes;

    private YamlReader(string text) => _parser = new Parser(new StringReader(text));

    /// <summary>Reads one document; null for an empty one.</summary>
    /// <exception cref="YamlLimitException">A construct or limit.</exception>
    /// <exception cref="YamlException">The text is no YAML.</exception>
    public static YamlNode? Read(string text)
    {
        var reader = new YamlReader(text);
        reader._parser.Consume<StreamStart>();
        if (reader._parser.Accept<StreamEnd>(out _))
            return null;
        reader._parser.Consume<DocumentStart>();
        var root = reader.ReadNode(0);
        reader._parser.Consume<DocumentEnd>();
        if (reader._parser.Accept<DocumentStart>(out var second))
            throw Refuse(PromptFileCodes.YamlConstruct, "A second YAML document begins here.", "keep one document", second);
        return root;
    }

    private YamlNode ReadNode(int depth)
    {
        if (_parser.Current is not NodeEvent node)
            throw Refuse(PromptFileCodes.YamlConstruct, AliasMessage, AliasHint, _parser.Current!);
        Check(node, depth);
        _parser.MoveNext();
        return node switch
        {
            Scalar scalar => ReadScalar(scalar),
            SequenceStart sequence => ReadSequence(sequence, depth),
            _ => ReadMapping((MappingStart)node, depth),
        };
    }

    private const string AliasMessage = "An alias (`*name`) is not allowed here.";

    private const string AliasHint = "write the value out";

    private void Check(NodeEvent node, int depth)
    {
        if (!node.Anchor.IsEmpty)
            throw Refuse(PromptFileCodes.YamlConstruct, "An anchor (`&name`) is not allowed here.", AliasHint, node);
        if (!node.Tag.IsEmpty && !node.Tag.IsNonSpecific && !IsStringTag(node))
            throw Refuse(PromptFileCodes.YamlConstruct, $"The tag `{SafeText.Of(node.Tag.Value)}` is not allowed here.", "write the value plainly; quote it for a text", node);
        if (depth > PromptLimits.MaxYamlDepth)
            throw Refuse(PromptFileCodes.YamlLimit, $"The YAML nests deeper than {PromptLimits.MaxYamlDepth}.", "make it flatter", node);
        if (++_nodes > PromptLimits.MaxYamlNodes)
            throw Refuse(PromptFileCodes.YamlLimit, $"The YAML has more than {PromptLimits.MaxYamlNodes} nodes.", "keep data in files of their own", node);
    }

    private static bool IsStringTag(NodeEvent node) => node is Scalar { Tag: { IsEmpty: false, IsNonSpecific: false } } && node.Tag.Value == "tag:yaml.org,2002:str";

    private static YamlScalarNode ReadScalar(Scalar scalar) => new()
    {
        Text = scalar.Value,
        Style = scalar.Style,
        ForcedString = IsStringTag(scalar),
        Span = SpanOf(scalar),
    };

    private YamlSequenceNode ReadSequence(SequenceStart start, int depth)
    {
        var items = new List<YamlNode>();
        SequenceEnd? end;
        while (!TryEnd(out end))
            items.Add(ReadNode(depth + 1));
        return new() { Items = items, Span = SpanOf(start) with { End = (int)end.End.Index } };
    }

    private YamlMappingNode ReadMapping(MappingStart start, int depth)
    {
        var entries = new List<YamlEntry>();
        var keys = new HashSet<string>(StringComparer.Ordinal);
        MappingEnd? end;
        while (!TryEnd(out end))
        {
            if (ReadNode(depth + 1) is not YamlScalarNode key)
                throw Refuse(PromptFileCodes.YamlConstruct, "A key must be a text.", "quote it", start);
            if (!keys.Add(key.Text))
                throw new YamlLimitException(PromptFileCodes.DuplicateKey, $"The key `{SafeText.Of(key.Text)}` stands here twice.", "keep one of them", key.Span);
            entries.Add(new(key, ReadNode(depth + 1)));
        }

        return new() { Entries = entries, IsFlow = start.Style == MappingStyle.Flow, Span = SpanOf(start) with { End = (int)end.End.Index } };
    }

    private bool TryEnd<T>([NotNullWhen(true)] out T? end)
        where T : ParsingEvent
    {
        end = null;
        if (!_parser.Accept<T>(out var found))
            return false;
        end = found;
        _parser.MoveNext();
        return true;
    }

    private static YamlLimitException Refuse(string code, string message, string hint, ParsingEvent at) =>
        new(code, message, hint, SpanOf(at));

    private static YamlSpan SpanOf(ParsingEvent at) =>
        new((int)at.Start.Line, (int)at.Start.Column, (int)at.Start.Index, (int)at.End.Index);
}
