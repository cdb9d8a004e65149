using System.Globalization;
using System.Numerics;
using Quire.Templating.Execution;
using Quire.Templating.Filters;
using Quire.Templating.Values;

namespace Quire.Templating.Formatting;

/// <summary>Python's <c>round(x, n)</c>: half to even, on the exact value.</summary>
internal static class Rounding
{
    private const int MostDigits = 400;

    public static Value Round(in Value value, in Value precision)
    {
        if (value.Tag == Tag.Float) return Value.Number(Round(value.Double, precision));
        if (value.IsNumber) return RoundInteger(value, precision);
        if (value.IsUndefined) throw Errors.Type($"type {TypeNames.Of(value)} doesn't define __round__ method");
        throw Errors.Type($"type {TypeNames.Of(value)} doesn't define __round__ method");
    }

    private static double Round(double value, in Value precision)
    {
        if (precision.Tag == Tag.None)
        {
            Numbers.Truncate(value);
            return Math.Round(value, MidpointRounding.ToEven);
        }
        var digits = Converting.Index(precision);
        if (!double.IsFinite(value) || value == 0 || digits > MostDigits) return value;
        if (digits < -MostDigits) return Math.CopySign(0, value);
        // Both the whole number and the power of ten are exact doubles here, so their quotient is the nearest double.
        if (ExactDecimal.TryScale(Math.Abs(value), (int)digits, out var fast) && fast < 1UL << 53) return Math.CopySign(fast / ExactDecimal.PowerOfTen((int)digits), value);
        var scaled = ExactDecimal.Scaled(Math.Abs(value), (int)digits);
        var rounded = double.Parse(string.Create(CultureInfo.InvariantCulture, $"{scaled}e{-digits}"), NumberStyles.Float, CultureInfo.InvariantCulture);
        if (double.IsInfinity(rounded)) throw Errors.Overflow("rounded value too large to represent");
        return Math.CopySign(rounded, value);
    }

    private static Value RoundInteger(in Value value, in Value precision)
    {
        var number = Numbers.ToBig(value);
        var digits = precision.Tag == Tag.None ? 0 : Converting.Index(precision);
        if (digits >= 0) return Numbers.FromBig(number);
        if (digits < -Numbers.MaxDigits) return Value.Number(0);
        var unit = BigInteger.Pow(10, (int)-digits);
        var rounded = ExactDecimal.RoundedQuotient(BigInteger.Abs(number), unit) * unit;
        return Numbers.FromBig(number.Sign < 0 ? -rounded : rounded);
    }
}
