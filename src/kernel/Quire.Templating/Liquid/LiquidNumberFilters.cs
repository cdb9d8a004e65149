using System.Globalization;
using Quire.Templating.Execution;
using Quire.Templating.Formatting;
using Quire.Templating.Values;

namespace Quire.Templating.Liquid;

/// <summary>Filters on numbers. Fractions are reckoned in decimal, so that <c>10.1 | minus: 2.2</c> is 7.9.</summary>
internal static class LiquidNumberFilters
{
    public static readonly LiquidFilter[] All =
    [
        new("abs", 0, 0, static (_, in v, in _) => Abs(LiquidNumbers.Of(v))),
        new("ceil", 0, 0, static (_, in v, in _) => Whole(LiquidNumbers.Of(v), Math.Ceiling)),
        new("floor", 0, 0, static (_, in v, in _) => Whole(LiquidNumbers.Of(v), Math.Floor)),
        new("round", 0, 1, Round),
        new("plus", 1, 1, static (_, in v, in a) => Reckon(v, a[0], Numbers.Add, decimal.Add)),
        new("minus", 1, 1, static (_, in v, in a) => Reckon(v, a[0], Numbers.Subtract, decimal.Subtract)),
        new("times", 1, 1, static (_, in v, in a) => Reckon(v, a[0], Numbers.Multiply, decimal.Multiply)),
        new("divided_by", 1, 1, static (_, in v, in a) => Divide(v, a[0], isModulo: false)),
        new("modulo", 1, 1, static (_, in v, in a) => Divide(v, a[0], isModulo: true)),
        new("at_least", 1, 1, static (_, in v, in a) => Limit(v, a[0], isLeast: true)),
        new("at_most", 1, 1, static (_, in v, in a) => Limit(v, a[0], isLeast: false)),
    ];

    private delegate Value Reckoner(in Value a, in Value b);

    public static Value Add(in Value a, in Value b) => Reckon(a, b, Numbers.Add, decimal.Add);

    private static Value Abs(in Value number) =>
        number.Tag == Tag.Float ? Value.Number(Math.Abs(number.Double)) : Numbers.FromBig(System.Numerics.BigInteger.Abs(Numbers.ToBig(number)));

    private static Value Whole(in Value number, Func<double, double> round) =>
        number.Tag == Tag.Float ? Numbers.Truncate(round(number.Double)) : number;

    private static Value Round(LiquidRun run, in Value value, in Arguments a)
    {
        var number = LiquidNumbers.Of(value);
        var digits = a.Count > 0 ? LiquidNumbers.ToLong(LiquidNumbers.Of(a[0])) : 0;
        if (number.Tag != Tag.Float) return digits >= 0 ? number : Rounding.Round(number, Value.Number(digits));
        if (digits > 0) return Value.Number(digits > 15 ? number.Double : Math.Round(number.Double, (int)digits, MidpointRounding.AwayFromZero));
        var whole = Numbers.Truncate(Math.Round(number.Double, MidpointRounding.AwayFromZero));
        return digits == 0 ? whole : Rounding.Round(whole, Value.Number(digits));
    }

    private static Value Reckon(in Value left, in Value right, Reckoner exact, Func<decimal, decimal, decimal> inDecimal)
    {
        var (a, b) = (LiquidNumbers.Of(left), LiquidNumbers.Of(right));
        if (a.Tag != Tag.Float && b.Tag != Tag.Float) return exact(a, b);
        return TryDecimal(a, out var x) && TryDecimal(b, out var y) ? Value.Number((double)inDecimal(x, y)) : exact(a, b);
    }

    private static bool TryDecimal(in Value number, out decimal value)
    {
        value = 0;
        if (Math.Abs(Numbers.ToDouble(number)) is not (< 1e12 and (0 or > 1e-9))) return false;
        return number.Tag == Tag.Float
            ? decimal.TryParse(FloatText.Repr(number.Double), NumberStyles.Float, CultureInfo.InvariantCulture, out value)
            : decimal.TryParse(PythonText.Str(number), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out value);
    }

    private static Value Divide(in Value left, in Value right, bool isModulo)
    {
        var (a, b) = (LiquidNumbers.Of(left), LiquidNumbers.Of(right));
        if (Numbers.ToDouble(b) == 0) throw Errors.ZeroDivision("divided by 0");
        if (a.Tag != Tag.Float && b.Tag != Tag.Float) return isModulo ? Numbers.Modulo(a, b) : Numbers.FloorDivide(a, b);
        if (!TryDecimal(a, out var x) || !TryDecimal(b, out var y)) return isModulo ? Numbers.Modulo(a, b) : Numbers.Divide(a, b);
        if (!isModulo) return Value.Number((double)(x / y));
        var rest = x % y;
        return Value.Number((double)(rest != 0 && rest < 0 != y < 0 ? rest + y : rest));
    }

    private static Value Limit(in Value left, in Value right, bool isLeast)
    {
        var (a, b) = (LiquidNumbers.Of(left), LiquidNumbers.Of(right));
        return Numbers.Compare(a, b) is var order && isLeast ? order < 0 ? b : a : order > 0 ? b : a;
    }
}
