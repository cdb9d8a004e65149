using System.Buffers;
using System.Globalization;
using System.Numerics;
using System.Runtime.CompilerServices;
using Quire.Templating.Execution;

namespace Quire.Templating.Values;

/// <summary>JSON as Python's <c>json.dumps</c> writes it.</summary>
internal sealed class JsonText
{
    private const int LongestInsertion = 16;
    private static readonly SearchValues<char> Escaped = SearchValues.Create([.. Enumerable.Range(0, ' ').Select(c => (char)c), '"', '\\']);
    private static readonly SearchValues<char> EscapedInHtml = SearchValues.Create([.. Enumerable.Range(0, ' ').Select(c => (char)c), '"', '\\', '<', '>', '&', '\'']);
    private static readonly SearchValues<char> SafeAscii = SearchValues.Create([.. Enumerable.Range(' ', 127 - ' ').Select(c => (char)c).Except(['"', '\\'])]);
    private static readonly SearchValues<char> SafeInHtml = SearchValues.Create([.. Enumerable.Range(' ', 127 - ' ').Select(c => (char)c).Except(['"', '\\', '<', '>', '&', '\''])]);
    private readonly RenderContext _context;
    private readonly OutputBuffer _output;

    public JsonText(RenderContext context)
    {
        _context = context;
        _output = context.Output;
    }

    /// <summary>What one level is indented by; null writes all on one line.</summary>
    public string? Indent { get; init; }

    public string ItemSeparator { get; init; } = ", ";

    public string KeySeparator { get; init; } = ": ";

    public bool SortsKeys { get; init; }

    /// <summary>Writes characters above ASCII as escapes.</summary>
    public bool EscapesNonAscii { get; init; }

    /// <summary>Writes <c>&lt; &gt; &amp; '</c> as escapes.</summary>
    public bool EscapesHtml { get; init; }

    public static string Of(RenderContext context, in Value value)
    {
        var mark = context.Output.Length;
        new JsonText(context).Write(value, 0);
        return context.Take(mark);
    }

    public void Write(in Value value, int depth)
    {
        _context.Step();
        switch (value.Tag)
        {
            case Tag.None: _output.Write("null"); break;
            case Tag.Bool: _output.Write(value.Bits != 0 ? "true" : "false"); break;
            case Tag.Int: _output.Write(value.Bits); break;
            case Tag.Big: _output.Write(PythonText.Big((BigInteger)value.Ref!)); break;
            case Tag.Float: WriteFloat(value.Double); break;
            case Tag.String or Tag.Markup: WriteText(value.Text); break;
            case Tag.List or Tag.Tuple: WriteList(value.Items, depth); break;
            case Tag.Map: WriteMap(value.Entries, depth); break;
            case Tag.Undefined when UndefinedInfo.Mode(value) == UndefinedMode.Strict: throw UndefinedInfo.Fail(value);
            default: throw Errors.Type($"Object of type {TypeNames.Of(value)} is not JSON serializable");
        }
    }

    private void WriteFloat(double value)
    {
        if (double.IsNaN(value)) _output.Write("NaN");
        else if (double.IsInfinity(value)) _output.Write(value > 0 ? "Infinity" : "-Infinity");
        else _output.Write(value);
    }

    private void WriteList(ListObject list, int depth)
    {
        if (list.Count == 0)
        {
            _output.Write("[]");
            return;
        }
        Open(list, '[', depth);
        for (var i = 0; i < list.Count; i++)
        {
            if (i > 0) Separate(depth);
            Write(list[i], depth + 1);
        }
        Close(']', depth);
    }

    private void WriteMap(MapObject map, int depth)
    {
        if (map.Count == 0)
        {
            _output.Write("{}");
            return;
        }
        Open(map, '{', depth);
        var order = SortsKeys ? SortedKeys(map) : null;
        for (var i = 0; i < map.Count; i++)
        {
            if (i > 0) Separate(depth);
            var position = order is null ? i : order[i];
            WriteKey(map.KeyAt(position));
            _output.Write(KeySeparator);
            Write(map.ValueAt(position), depth + 1);
        }
        Close('}', depth);
    }

    private int[] SortedKeys(MapObject map)
    {
        var order = new int[map.Count];
        for (var i = 0; i < order.Length; i++) order[i] = i;
        _context.Spend(map.Count);
        if (TryInsertKeys(map, order)) return order;
        Filters.StableSort.Sort(_context, order, (a, b) => Comparison.Less(map.KeyAt(a), map.KeyAt(b)));
        return order;
    }

    /// <summary>The short way for the few text keys that maps mostly have.</summary>
    private static bool TryInsertKeys(MapObject map, int[] order)
    {
        if (order.Length > LongestInsertion) return false;
        for (var i = 0; i < order.Length; i++)
        {
            if (!map.KeyAt(i).IsText) return false;
            var key = map.KeyAt(i).Text;
            var place = i;
            for (; place > 0 && CodePoints.Compare(map.KeyAt(order[place - 1]).Text, key) > 0; place--) order[place] = order[place - 1];
            order[place] = i;
        }
        return true;
    }

    private void WriteKey(in Value key)
    {
        switch (key.Tag)
        {
            case Tag.String or Tag.Markup: WriteText(key.Text); break;
            case Tag.Bool: _output.Write(key.Bits != 0 ? "\"true\"" : "\"false\""); break;
            case Tag.None: _output.Write("\"null\""); break;
            case Tag.Int or Tag.Float or Tag.Big:
                _output.Write('"');
                Write(key, 0);
                _output.Write('"');
                break;
            default: throw Errors.Type($"keys must be str, int, float, bool or None, not {TypeNames.Of(key)}");
        }
    }

    private void Open(object collection, char bracket, int depth)
    {
        RuntimeHelpers.EnsureSufficientExecutionStack();
        if (depth > 500) throw Errors.Recursion();
        if (!_output.Enter(collection)) throw Errors.Value("Circular reference detected");
        _output.Write(bracket);
        NewLine(depth + 1);
    }

    private void Separate(int depth)
    {
        _output.Write(Indent is null ? ItemSeparator : ItemSeparator.TrimEnd(' '));
        NewLine(depth + 1);
    }

    private void Close(char bracket, int depth)
    {
        NewLine(depth);
        _output.Write(bracket);
        _output.Leave();
    }

    private void NewLine(int depth)
    {
        if (Indent is null) return;
        _output.Write('\n');
        if (Indent.Length > 0) _context.Spend(depth * (long)Indent.Length >> 4);
        for (var i = 0; i < depth; i++) _output.Write(Indent);
    }

    private void WriteText(string text)
    {
        if (text.Length > 64) _context.Spend(text.Length >> 6);
        _output.Write('"');
        var rest = text.AsSpan();
        while (true)
        {
            var next = NextEscape(rest);
            if (next < 0) break;
            _output.Write(rest[..next]);
            WriteEscape(rest[next]);
            rest = rest[(next + 1)..];
        }
        _output.Write(rest);
        _output.Write('"');
    }

    private int NextEscape(ReadOnlySpan<char> text)
    {
        if (EscapesNonAscii) return text.IndexOfAnyExcept(EscapesHtml ? SafeInHtml : SafeAscii);
        return text.IndexOfAny(EscapesHtml ? EscapedInHtml : Escaped);
    }

    private void WriteEscape(char c)
    {
        switch (c)
        {
            case '"': _output.Write("\\\""); break;
            case '\\': _output.Write("\\\\"); break;
            case '\n': _output.Write("\\n"); break;
            case '\r': _output.Write("\\r"); break;
            case '\t': _output.Write("\\t"); break;
            case '\f': _output.Write("\\f"); break;
            case '\b': _output.Write("\\b"); break;
            default:
                _output.Write("\\u");
                _output.Write(((int)c).ToString("x4", CultureInfo.InvariantCulture));
                break;
        }
    }
}
