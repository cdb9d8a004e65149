using Quire.Templating.Execution;
using Quire.Templating.Values;

namespace Quire.Templating.Filters;

/// <summary>Python's <c>pprint.pformat</c>: what fits in 80 columns on one line, else one item per line; maps by sorted keys.</summary>
internal sealed class PrettyPrinter
{
    private const int Width = 80;
    private readonly RenderContext _context;
    private readonly OutputBuffer _output;

    private PrettyPrinter(RenderContext context)
    {
        _context = context;
        _output = context.Output;
    }

    public static string Print(RenderContext context, in Value value)
    {
        var mark = context.Output.Length;
        new PrettyPrinter(context).Format(value, 0, 0, 0);
        return context.Take(mark);
    }

    private void Format(in Value value, int indent, int allowance, int depth)
    {
        if (depth > 100) throw Errors.Recursion();
        System.Runtime.CompilerServices.RuntimeHelpers.EnsureSufficientExecutionStack();
        var text = Sorted(value);
        if (text.Length <= Width - indent - allowance)
        {
            _output.Write(text);
            return;
        }
        switch (value.Tag)
        {
            case Tag.Map when value.Entries.Count > 0: FormatMap(value.Entries, indent, allowance, depth); break;
            case Tag.List: FormatItems(value.Items, "[", "]", indent, allowance, depth); break;
            case Tag.Tuple: FormatItems(value.Items, "(", value.Items.Count == 1 ? ",)" : ")", indent, allowance, depth); break;
            case Tag.String when value.Text.Length > 0: FormatText(value.Text, indent, allowance, depth); break;
            default: _output.Write(text); break;
        }
    }

    /// <summary>The one-line form, in which maps stand by sorted keys.</summary>
    private string Sorted(in Value value)
    {
        _context.Step();
        var mark = _output.Length;
        WriteSorted(value, 0);
        return _context.Take(mark);
    }

    private void WriteSorted(in Value value, int depth)
    {
        if (value.Tag is not (Tag.Map or Tag.List or Tag.Tuple))
        {
            PythonText.WriteRepr(_output, value, depth);
            return;
        }
        if (depth > 500) throw Errors.Recursion();
        System.Runtime.CompilerServices.RuntimeHelpers.EnsureSufficientExecutionStack();
        if (!_output.Enter(value.Ref!))
        {
            _output.Write($"<Recursion on {TypeNames.Of(value)}>");
            return;
        }
        if (value.Tag == Tag.Map)
        {
            _output.Write('{');
            var first = true;
            foreach (var i in Order(value.Entries))
            {
                if (!first) _output.Write(", ");
                first = false;
                _context.Step();
                WriteSorted(value.Entries.KeyAt(i), depth + 1);
                _output.Write(": ");
                WriteSorted(value.Entries.ValueAt(i), depth + 1);
            }
            _output.Write('}');
        }
        else
        {
            _output.Write(value.Tag == Tag.List ? '[' : '(');
            for (var i = 0; i < value.Items.Count; i++)
            {
                if (i > 0) _output.Write(", ");
                _context.Step();
                WriteSorted(value.Items[i], depth + 1);
            }
            if (value.Tag == Tag.Tuple && value.Items.Count == 1) _output.Write(',');
            _output.Write(value.Tag == Tag.List ? ']' : ')');
        }
        _output.Leave();
    }

    /// <summary>Keys that have no order among themselves stand by the name of their type.</summary>
    private int[] Order(MapObject map)
    {
        var order = new int[map.Count];
        for (var i = 0; i < order.Length; i++) order[i] = i;
        StableSort.Sort(_context, order, (a, b) => IsLess(map.KeyAt(a), map.KeyAt(b)));
        return order;
    }

    private static bool IsLess(in Value a, in Value b)
    {
        if ((a.IsNumber && b.IsNumber) || (a.IsText && b.IsText)) return Comparison.Less(a, b);
        return string.CompareOrdinal(TypeNames.Of(a), TypeNames.Of(b)) < 0;
    }

    private void FormatMap(MapObject map, int indent, int allowance, int depth)
    {
        _output.Write('{');
        var order = Order(map);
        for (var n = 0; n < order.Length; n++)
        {
            if (n > 0) NewLine(indent + 1);
            var key = Sorted(map.KeyAt(order[n]));
            _output.Write(key);
            _output.Write(": ");
            var isLast = n == order.Length - 1;
            Format(map.ValueAt(order[n]), indent + 1 + CodePoints.Count(key) + 2, isLast ? allowance + 1 : 1, depth + 1);
            if (!isLast) _output.Write(',');
        }
        _output.Write('}');
    }

    private void FormatItems(ListObject list, string open, string close, int indent, int allowance, int depth)
    {
        _output.Write(open);
        for (var i = 0; i < list.Count; i++)
        {
            if (i > 0) NewLine(indent + 1);
            var isLast = i == list.Count - 1;
            Format(list[i], indent + 1, isLast ? allowance + close.Length : 1, depth + 1);
            if (!isLast) _output.Write(',');
        }
        _output.Write(close);
    }

    private void NewLine(int indent)
    {
        _output.Write('\n');
        _output.Fill(' ', indent);
    }

    /// <summary>A long text becomes several literals, broken after blanks.</summary>
    private void FormatText(string text, int indent, int allowance, int depth)
    {
        var chunks = new List<string>();
        if (depth == 0)
        {
            indent++;
            allowance++;
        }
        var lines = Lines.Split(text).Select(l => text[l.Start..l.End]).ToList();
        for (var i = 0; i < lines.Count; i++)
        {
            var room = i == lines.Count - 1 ? Width - indent - allowance : Width - indent;
            var whole = PythonText.Repr(_context, Value.String(lines[i]));
            if (whole.Length <= room) chunks.Add(whole);
            else BreakLine(lines[i], i == lines.Count - 1, indent, allowance, chunks);
        }
        if (chunks.Count == 1)
        {
            _output.Write(chunks[0]);
            return;
        }
        if (depth == 0) _output.Write('(');
        for (var i = 0; i < chunks.Count; i++)
        {
            if (i > 0) NewLine(indent);
            _output.Write(chunks[i]);
        }
        if (depth == 0) _output.Write(')');
    }

    private void BreakLine(string line, bool isLastLine, int indent, int allowance, List<string> chunks)
    {
        var parts = Parts(line);
        var current = "";
        for (var i = 0; i < parts.Count; i++)
        {
            _context.Spend(1 + (current.Length >> 4));
            var candidate = current + parts[i];
            var room = Width - indent - (i == parts.Count - 1 && isLastLine ? allowance : 0);
            if (PythonText.Repr(_context, Value.String(candidate)).Length > room)
            {
                if (current.Length > 0) chunks.Add(PythonText.Repr(_context, Value.String(current)));
                current = parts[i];
            }
            else current = candidate;
        }
        if (current.Length > 0) chunks.Add(PythonText.Repr(_context, Value.String(current)));
    }

    /// <summary>Words, each with the blanks behind it.</summary>
    private static List<string> Parts(string line)
    {
        var parts = new List<string>();
        for (var i = 0; i < line.Length;)
        {
            var start = i;
            while (i < line.Length && !Jinja.PythonCharacters.IsSpace(line[i])) i++;
            while (i < line.Length && Jinja.PythonCharacters.IsSpace(line[i])) i++;
            parts.Add(line[start..i]);
        }
        return parts;
    }
}
