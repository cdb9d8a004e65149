using System.Globalization;
using System.Numerics;
using System.Runtime.CompilerServices;
using Quire.Templating.Execution;

namespace Quire.Templating.Values;

/// <summary>Values as Python prints them: <c>str()</c> and <c>repr()</c>.</summary>
internal static class PythonText
{
    private const int MaxNesting = 900;

    public static string Str(in Value value)
    {
        if (value.IsText) return value.Text;
        var buffer = new OutputBuffer(int.MaxValue);
        WriteStr(buffer, value);
        return buffer.Take(0);
    }

    /// <summary>The text of a value, with strings built in the render's own buffer.</summary>
    public static string Str(RenderContext context, in Value value)
    {
        if (value.IsText) return value.Text;
        if (value.Tag == Tag.Int && (ulong)value.Bits < 10) return CodePoints.Of((char)('0' + value.Bits));
        var mark = context.Output.Length;
        WriteStr(context.Output, value);
        return context.Take(mark);
    }

    public static string Repr(RenderContext context, in Value value)
    {
        var mark = context.Output.Length;
        WriteRepr(context.Output, value, 0);
        return context.Take(mark);
    }

    public static string Repr(in Value value)
    {
        var buffer = new OutputBuffer(int.MaxValue);
        WriteRepr(buffer, value, 0);
        return buffer.Take(0);
    }

    public static string Float(double value) => FloatText.Repr(value);

    public static void WriteStr(OutputBuffer output, in Value value)
    {
        if (value.IsText) output.Write(value.Text);
        else if (value.IsUndefined) UndefinedInfo.Print(output, value);
        else if (value.Tag == Tag.Object && value.Object.PrintedText is { } text) output.Write(text);
        else WriteRepr(output, value, 0);
    }

    public static void WriteRepr(OutputBuffer output, in Value value, int depth)
    {
        switch (value.Tag)
        {
            case Tag.None: output.Write("None"); break;
            case Tag.Bool: output.Write(value.Bits != 0 ? "True" : "False"); break;
            case Tag.Int: output.Write(value.Bits); break;
            case Tag.Float: output.Write(value.Double); break;
            case Tag.Big: output.Write(Big((BigInteger)value.Ref!)); break;
            case Tag.String: WriteQuoted(output, value.Text); break;
            case Tag.Markup:
                output.Write("Markup(");
                WriteQuoted(output, value.Text);
                output.Write(')');
                break;
            case Tag.List or Tag.Tuple or Tag.Map: WriteCollection(output, value, depth); break;
            case Tag.Object: value.Object.WriteRepr(output, depth); break;
            default: output.Write("Undefined"); break;
        }
    }

    public static string Big(BigInteger value)
    {
        // Python refuses to turn very large numbers into text, which also bounds the work.
        if (value.GetBitLength() > Numbers.MaxDigits * 3.33) throw Errors.Value($"Exceeds the limit ({Numbers.MaxDigits} digits) for integer string conversion");
        return value.ToString(CultureInfo.InvariantCulture);
    }

    public static void WriteItems(OutputBuffer output, ReadOnlySpan<Value> items, int depth)
    {
        for (var i = 0; i < items.Length; i++)
        {
            if (i > 0) output.Write(", ");
            ComparisonBudget.Spend();
            WriteRepr(output, items[i], depth);
        }
    }

    private static void WriteCollection(OutputBuffer output, in Value value, int depth)
    {
        if (depth > MaxNesting) throw Errors.Recursion();
        RuntimeHelpers.EnsureSufficientExecutionStack();
        if (!output.Enter(value.Ref!))
        {
            output.Write(value.Tag == Tag.Map ? "{...}" : value.Tag == Tag.List ? "[...]" : "(...)");
            return;
        }
        if (value.Tag == Tag.Map) WriteMap(output, value.Entries, depth);
        else
        {
            output.Write(value.Tag == Tag.List ? '[' : '(');
            WriteItems(output, value.Items.Span, depth + 1);
            if (value.Tag == Tag.Tuple && value.Items.Count == 1) output.Write(',');
            output.Write(value.Tag == Tag.List ? ']' : ')');
        }
        output.Leave();
    }

    private static void WriteMap(OutputBuffer output, MapObject map, int depth)
    {
        output.Write('{');
        for (var i = 0; i < map.Count; i++)
        {
            if (i > 0) output.Write(", ");
            ComparisonBudget.Spend();
            WriteRepr(output, map.KeyAt(i), depth + 1);
            output.Write(": ");
            WriteRepr(output, map.ValueAt(i), depth + 1);
        }
        output.Write('}');
    }

    public static void WriteQuoted(OutputBuffer output, string text)
    {
        var quote = text.Contains('\'') && !text.Contains('"') ? '"' : '\'';
        output.Write(quote);
        var start = 0;
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            if (c is >= ' ' and < (char)127 && c != quote && c != '\\') continue;
            var width = CodePoints.Width(text, i);
            if (c >= 127 && IsPrintable(CodePoints.CodeAt(text, i)))
            {
                i += width - 1;
                continue;
            }
            output.Write(text.AsSpan(start, i - start));
            WriteEscape(output, CodePoints.CodeAt(text, i), quote);
            i += width - 1;
            start = i + 1;
        }
        output.Write(text.AsSpan(start));
        output.Write(quote);
    }

    public static bool IsPrintable(int code)
    {
        if (code == ' ') return true;
        if (code is >= 0xD800 and < 0xE000) return false;
        return CharUnicodeInfo.GetUnicodeCategory(code) is not (UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.Surrogate
            or UnicodeCategory.PrivateUse or UnicodeCategory.OtherNotAssigned or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator or UnicodeCategory.SpaceSeparator);
    }

    private static void WriteEscape(OutputBuffer output, int code, char quote)
    {
        switch (code)
        {
            case '\n': output.Write("\\n"); return;
            case '\r': output.Write("\\r"); return;
            case '\t': output.Write("\\t"); return;
            case '\\': output.Write("\\\\"); return;
        }
        if (code == quote)
        {
            output.Write('\\');
            output.Write(quote);
            return;
        }
        var (prefix, format) = code < 0x100 ? ("\\x", "x2") : code < 0x10000 ? ("\\u", "x4") : ("\\U", "x8");
        output.Write(prefix);
        output.Write(code.ToString(format, CultureInfo.InvariantCulture));
    }
}
