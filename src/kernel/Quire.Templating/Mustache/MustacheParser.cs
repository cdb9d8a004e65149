using Quire.Templating.Diagnostics;
using Quire.Templating.Parameters;

namespace Quire.Templating.Mustache;

/// <summary>Pieces to nodes.</summary>
internal sealed class MustacheParser(List<MustachePiece> pieces, string source, TemplateOptions options, DiagnosticBag diagnostics)
{
    private readonly int _maxDepth = Math.Clamp(options.MaxParserDepth, 1, 200);
    private readonly List<(string Name, int Position, ParameterType Type, bool IsRequired)> _reads = [];
    private int _next;
    private int _sections;
    private bool _needsLineStart = true;

    public List<string> References { get; } = [];

    public bool HasDynamicReferences { get; private set; }

    public IReadOnlyList<MustacheNode> Parse() => Body(null, 0);

    public IReadOnlyList<Parameter> Parameters()
    {
        var places = new PlaceReader(source, options);
        return
        [
            .. _reads.Select(r => (r.Name, r.Type, r.IsRequired, Use: places.Of(r.Position))).GroupBy(r => r.Name, StringComparer.Ordinal).Select(g => new Parameter
            {
                Name = g.Key,
                Uses = [.. g.Select(r => r.Use)],
                InferredType = g.Aggregate(ParameterType.Any, (type, r) => Usage.Merge(type, r.Type)),
                Required = g.Any(r => r.IsRequired),
                Defaulted = g.Any(r => !r.IsRequired),
            }),
        ];
    }

    private List<MustacheNode> Body(MustachePiece? open, int depth)
    {
        var nodes = new List<MustacheNode>();
        while (_next < pieces.Count)
        {
            var piece = pieces[_next++];
            if (piece.Kind == MustacheTagKind.Close)
            {
                if (open is not null && piece.Text == open.Text) return nodes;
                Error(piece, Codes.Syntax, open is null ? $"'{piece.Text}' is closed but not open" : $"this closes '{piece.Text}', but '{open.Text}' is open", open is null ? null : $"write {{{{/{open.Text}}}}}");
                continue;
            }
            if (depth > _maxDepth)
            {
                Error(piece, Codes.TooDeep, $"the template nests deeper than {_maxDepth} levels", null);
                _next = pieces.Count;
                return nodes;
            }
            Node(nodes, piece, depth);
        }
        if (open is not null) Error(open, Codes.UnclosedBlock, $"'{open.Text}' is not closed", $"close it with {{{{/{open.Text}}}}}");
        return nodes;
    }

    private void Node(List<MustacheNode> nodes, MustachePiece piece, int depth)
    {
        if (piece.Kind is null)
        {
            if (!piece.IsDropped) Text(nodes, piece.Text);
            else if (piece.Text.EndsWith('\n')) _needsLineStart = true;
            return;
        }
        if (!piece.IsDropped && piece.Kind is not (MustacheTagKind.Comment or MustacheTagKind.Delimiters)) StartLine(nodes, "");
        switch (piece.Kind)
        {
            case MustacheTagKind.Variable or MustacheTagKind.Raw:
                nodes.Add(new MustacheVariable(Name(piece, ParameterType.String, _sections == 0), piece.Kind == MustacheTagKind.Raw));
                break;
            case MustacheTagKind.Section: nodes.Add(new MustacheSection(Name(piece, ParameterType.Array, false), Inner(piece, depth))); break;
            case MustacheTagKind.Inverted: nodes.Add(new MustacheInverted(Name(piece, ParameterType.Boolean, false), Inner(piece, depth))); break;
            case MustacheTagKind.Partial:
                var (name, dynamicName) = Reference(piece);
                nodes.Add(new MustachePartial(name, dynamicName, piece.IsDropped ? piece.Blanks : ""));
                break;
            case MustacheTagKind.Parent:
                var (parent, dynamicParent) = Reference(piece);
                var needsLineStart = _needsLineStart;
                var body = Inner(piece, depth);
                _needsLineStart = needsLineStart;
                nodes.Add(new MustacheParent(parent, dynamicParent, piece.IsDropped ? piece.Blanks : "", body));
                break;
            case MustacheTagKind.Block:
                nodes.Add(new MustacheBlock(piece.Text, Inner(piece, depth), piece.Blanks, piece.IsDropped, piece.StartsLine));
                break;
        }
    }

    private List<MustacheNode> Inner(MustachePiece open, int depth)
    {
        var isSection = open.Kind is MustacheTagKind.Section;
        if (isSection) _sections++;
        var body = Body(open, depth + 1);
        if (isSection) _sections--;
        return body;
    }

    private void Text(List<MustacheNode> nodes, string text)
    {
        if (_needsLineStart)
        {
            var blanks = text.Length - text.TrimStart(' ', '\t').Length;
            if (text.AsSpan(blanks).Trim("\r\n").Length > 0 || text.Length > 0)
            {
                StartLine(nodes, text[..blanks]);
                text = text[blanks..];
            }
        }
        if (text.Length > 0) nodes.Add(new MustacheText(text));
        if (text.EndsWith('\n')) _needsLineStart = true;
    }

    private void StartLine(List<MustacheNode> nodes, string blanks)
    {
        if (!_needsLineStart) return;
        nodes.Add(new MustacheLineStart(blanks));
        _needsLineStart = false;
    }

    private MustacheName Name(MustachePiece piece, ParameterType type, bool isRequired)
    {
        var name = new MustacheName(piece.Text);
        if (name.Root != ".") _reads.Add((name.Root, piece.Start, name.Text.Contains('.') ? ParameterType.Object : type, isRequired));
        return name;
    }

    private (string Name, MustacheName? Dynamic) Reference(MustachePiece piece)
    {
        if (!piece.Text.StartsWith('*'))
        {
            if (!References.Contains(piece.Text)) References.Add(piece.Text);
            return (piece.Text, null);
        }
        HasDynamicReferences = true;
        return (piece.Text, new MustacheName(piece.Text[1..].Trim()));
    }

    private void Error(MustachePiece piece, string code, string message, string? hint) =>
        diagnostics.ErrorAt(code, message, piece.Start, piece.End - piece.Start, hint);
}
