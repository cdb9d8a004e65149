using System.Numerics;
using Quire.Templating.Execution;
using Quire.Templating.Formatting;
using Quire.Templating.Jinja;
using Quire.Templating.Values;

namespace Quire.Templating.Filters;

/// <summary><c>abs</c>, <c>int</c>, <c>float</c>, <c>round</c>, <c>filesizeformat</c>.</summary>
internal static class NumberFilters
{
    public static readonly Definition[] All =
    [
        new("abs", [], static (_, in v, in _) => Abs(v)) { PositionalOnly = true },
        new("int", ["default?", "base?"], static (_, in v, in a) => ToInt(v, a.Or(0, Value.Number(0)), a.Or(1, Value.Number(10)))),
        new("float", ["default?"], static (_, in v, in a) => TryToFloat(v, out var d) ? Value.Number(d) : a.Or(0, Value.Number(0.0))),
        new("round", ["precision?", "method?"], static (c, in v, in a) => Round(c, v, a.Or(0, Value.Number(0)), a.Or(1, Value.String("common")))),
        new("filesizeformat", ["binary?"], static (c, in v, in a) => Value.String(FileSize(v, a.Flag(c, 0, false)))),
    ];

    private static readonly string[] Decimal = ["kB", "MB", "GB", "TB", "PB", "EB", "ZB", "YB"];

    private static readonly string[] Binary = ["KiB", "MiB", "GiB", "TiB", "PiB", "EiB", "ZiB", "YiB"];

    private static Value Abs(in Value value)
    {
        if (value.Tag == Tag.Float) return Value.Number(Math.Abs(value.Double));
        if (value.IsNumber) return Numbers.FromBig(BigInteger.Abs(Numbers.ToBig(value)));
        if (value.IsUndefined) throw Errors.Type($"bad operand type for abs(): '{TypeNames.Of(value)}'");
        throw Errors.Type($"bad operand type for abs(): '{TypeNames.Of(value)}'");
    }

    /// <summary><c>int(x)</c>, then <c>int(float(x))</c>, then the default.</summary>
    private static Value ToInt(in Value value, in Value fallback, in Value radix)
    {
        switch (value.Tag)
        {
            case Tag.Int or Tag.Big: return value;
            case Tag.Bool: return Value.Number(value.Bits);
            case Tag.Float: return double.IsNaN(value.Double) ? fallback : Numbers.Truncate(value.Double);
            case Tag.Undefined or Tag.Missing: throw UndefinedInfo.Fail(value);
            case Tag.String or Tag.Markup: break;
            default: return fallback;
        }
        if (radix.Tag is Tag.Int or Tag.Bool && radix.Bits is 0 or (>= 2 and <= 36) && NumberParsing.TryInteger(value.Text, (int)radix.Bits, out var number)) return number;
        if (!NumberParsing.TryFloat(value.Text, out var d) || double.IsNaN(d)) return fallback;
        return Numbers.Truncate(d);
    }

    public static bool TryToFloat(in Value value, out double result)
    {
        if (value.IsUndefined) throw UndefinedInfo.Fail(value);
        if (value.IsNumber)
        {
            result = Numbers.ToDouble(value);
            return true;
        }
        if (value.IsText) return NumberParsing.TryFloat(value.Text, out result);
        result = 0;
        return false;
    }

    private static Value Round(RenderContext context, in Value value, in Value precision, in Value method)
    {
        var name = method.IsText ? method.Text : "";
        if (name is not ("common" or "ceil" or "floor")) throw Errors.Runtime("method must be common, ceil or floor");
        if (name == "common") return Rounding.Round(value, precision);
        var scale = Arithmetic.Power(context, Value.Number(10), precision);
        var scaled = Arithmetic.Multiply(context, value, scale);
        if (!scaled.IsNumber) throw Errors.Type($"must be real number, not {TypeNames.Of(scaled)}");
        var whole = scaled.Tag == Tag.Float ? Numbers.Truncate(name == "ceil" ? Math.Ceiling(scaled.Double) : Math.Floor(scaled.Double)) : scaled;
        return Numbers.Divide(whole, scale);
    }

    private static string FileSize(in Value value, bool binary)
    {
        if (!TryToFloat(value, out var bytes))
            throw value.IsText ? Errors.Value("could not convert string to float") : Errors.Type($"float() argument must be a string or a real number, not '{TypeNames.Of(value)}'");
        double bas = binary ? 1024 : 1000;
        if (bytes == 1) return "1 Byte";
        if (bytes < bas) return $"{PythonText.Str(Numbers.Truncate(bytes))} Bytes";
        if (double.IsNaN(bytes)) return "nan " + (binary ? Binary : Decimal)[^1];
        var unit = bas * bas;
        for (var i = 0; ; i++, unit *= bas)
            if (bytes < unit || i == Decimal.Length - 1) return $"{ExactDecimal.Fixed(bas * bytes / unit, 1)} {(binary ? Binary : Decimal)[i]}";
    }
}
