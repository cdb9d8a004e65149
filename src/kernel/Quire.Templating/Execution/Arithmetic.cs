using Quire.Templating.Formatting;
using Quire.Templating.Values;

namespace Quire.Templating.Execution;

/// <summary>Python's binary operators on values of all kinds.</summary>
internal static class Arithmetic
{
    public static Value Add(RenderContext context, in Value a, in Value b)
    {
        if (a.IsNumber && b.IsNumber) return Numbers.Add(a, b);
        if (a.IsText && b.IsText) return Concat(context, a, b);
        if (a.Tag == b.Tag && a.IsSequence) return Join(context, a, b);
        throw Unsupported("+", a, b);
    }

    public static Value Subtract(RenderContext context, in Value a, in Value b)
    {
        if (a.IsNumber && b.IsNumber) return Numbers.Subtract(a, b);
        if (a.Ref is MapView && b.Ref is MapView) return SetAlgebra.Except(context, a, b);
        throw Unsupported("-", a, b);
    }

    public static Value Multiply(RenderContext context, in Value a, in Value b)
    {
        if (a.IsNumber && b.IsNumber) return Numbers.Multiply(a, b);
        if (Numbers.IsInteger(b) && (a.IsText || a.IsSequence)) return Repeat(context, a, b);
        if (Numbers.IsInteger(a) && (b.IsText || b.IsSequence)) return Repeat(context, b, a);
        if ((a.IsText || a.IsSequence) && !b.IsUndefined) throw Errors.Type($"can't multiply sequence by non-int of type '{TypeNames.Of(b)}'");
        if ((b.IsText || b.IsSequence) && !a.IsUndefined) throw Errors.Type($"can't multiply sequence by non-int of type '{TypeNames.Of(a)}'");
        throw Unsupported("*", a, b);
    }

    public static Value Divide(in Value a, in Value b) => a.IsNumber && b.IsNumber ? Numbers.Divide(a, b) : throw Unsupported("/", a, b);

    public static Value FloorDivide(in Value a, in Value b) => a.IsNumber && b.IsNumber ? Numbers.FloorDivide(a, b) : throw Unsupported("//", a, b);

    public static Value Modulo(RenderContext context, in Value a, in Value b)
    {
        if (a.IsNumber && b.IsNumber) return Numbers.Modulo(a, b);
        if (a.IsText) return PercentFormat.Format(context, a, b);
        throw Unsupported("%", a, b);
    }

    public static Value Power(RenderContext context, in Value a, in Value b)
    {
        if (!a.IsNumber || !b.IsNumber) throw Unsupported("** or pow()", a, b);
        if (a.Tag != Tag.Float && b.Tag is Tag.Int) context.Spend(Math.Clamp(b.Bits, 0, Numbers.MaxBits) >> 6);
        return Numbers.Power(a, b);
    }

    public static Value Negate(in Value a) => a.IsNumber ? Numbers.Negate(a) : throw BadOperand("-", a);

    public static Value Plus(in Value a) =>
        a.Tag == Tag.Bool ? Value.Number(a.Bits) : a.IsNumber ? a : throw BadOperand("+", a);

    /// <summary>The join of two texts; what meets markup is escaped.</summary>
    private static Value Concat(RenderContext context, in Value a, in Value b)
    {
        context.Allocate((a.Text.Length + b.Text.Length) * 2L + 24);
        if (a.Tag == Tag.String && b.Tag == Tag.String) return Value.String(string.Concat(a.Text, b.Text));
        return Value.Markup(string.Concat(Markups.Escaped(context, a), Markups.Escaped(context, b)));
    }

    private static Value Join(RenderContext context, in Value a, in Value b)
    {
        var (left, right) = (a.Items, b.Items);
        context.AllocateItems((long)left.Count + right.Count);
        context.Spend(left.Count + right.Count);
        var items = new Value[left.Count + right.Count];
        left.Span.CopyTo(items);
        right.Span.CopyTo(items.AsSpan(left.Count));
        return a.Tag == Tag.Tuple ? Value.Tuple(items) : Value.Of(new ListObject(items, items.Length));
    }

    private static Value Repeat(RenderContext context, in Value sequence, in Value times)
    {
        if (times.Tag == Tag.Big) throw Errors.Overflow("cannot fit 'int' into an index-sized integer");
        var count = Math.Max(0, times.Bits);
        var total = (Int128)count * sequence.Count;
        if (total > int.MaxValue / 4) throw Errors.OutOfMemory(context.Request.Limits.MaxMemoryBytes);
        if (sequence.IsText)
        {
            context.Allocate((long)total * 2 + 24);
            var text = RepeatText(sequence.Text, total == 0 ? 0 : (int)count);
            return sequence.Tag == Tag.Markup ? Value.Markup(text) : Value.String(text);
        }
        context.AllocateItems((long)total);
        context.Spend((long)total);
        var source = sequence.Items.Span;
        var items = new Value[(int)total];
        for (var i = 0; i < items.Length; i += source.Length) source.CopyTo(items.AsSpan(i));
        return sequence.Tag == Tag.Tuple ? Value.Tuple(items) : Value.Of(new ListObject(items, items.Length));
    }

    private static string RepeatText(string text, int count) =>
        count == 0 || text.Length == 0 ? "" : string.Create(text.Length * count, text, static (span, part) =>
        {
            for (var i = 0; i < span.Length; i += part.Length) part.CopyTo(span[i..]);
        });

    private static TemplateException Unsupported(string symbol, in Value a, in Value b)
    {
        if (a.IsUndefined) return UndefinedInfo.Fail(a);
        if (b.IsUndefined) return UndefinedInfo.Fail(b);
        if (symbol == "+" && a.IsText) return Errors.Type($"can only concatenate str (not \"{TypeNames.Of(b)}\") to str", "print numbers with `~`, which turns both sides into text");
        if (symbol == "+" && a.IsSequence) return Errors.Type($"can only concatenate {TypeNames.Of(a)} (not \"{TypeNames.Of(b)}\") to {TypeNames.Of(a)}");
        return Errors.Type($"unsupported operand type(s) for {symbol}: '{TypeNames.Of(a)}' and '{TypeNames.Of(b)}'");
    }

    private static TemplateException BadOperand(string symbol, in Value a) =>
        a.IsUndefined ? UndefinedInfo.Fail(a) : Errors.Type($"bad operand type for unary {symbol}: '{TypeNames.Of(a)}'");
}
