using System.Globalization;
using System.Numerics;
using Quire.Templating.Values;

namespace Quire.Templating.Formatting;

/// <summary>The digits of numbers for format types, without sign, padding and grouping.</summary>
internal static class NumberText
{
    public static string Integer(BigInteger magnitude, char type, bool alternate)
    {
        switch (type)
        {
            case 'b': return (alternate ? "0b" : "") + Radix(magnitude, 1);
            case 'o': return (alternate ? "0o" : "") + Radix(magnitude, 3);
            case 'x': return (alternate ? "0x" : "") + Radix(magnitude, 4);
            case 'X': return (alternate ? "0X" : "") + Radix(magnitude, 4).ToUpperInvariant();
            default: return PythonText.Big(magnitude);
        }
    }

    /// <summary>A finite or other double by one of <c>e E f F g G</c>, magnitude only.</summary>
    public static string Float(double magnitude, char type, int precision, bool alternate)
    {
        var upper = char.IsAsciiLetterUpper(type);
        if (!double.IsFinite(magnitude)) return (double.IsNaN(magnitude) ? "nan" : "inf") is var name && upper ? name.ToUpperInvariant() : double.IsNaN(magnitude) ? "nan" : "inf";
        if (precision < 0) precision = 6;
        var text = char.ToLowerInvariant(type) switch
        {
            'f' => Fixed(magnitude, precision, alternate),
            'e' => Exponent(magnitude, precision, alternate),
            _ => General(magnitude, precision, alternate, keepsPoint: false),
        };
        return upper ? text.ToUpperInvariant() : text;
    }

    /// <summary>What <c>format(x)</c> with a precision but without a type gives: general, but never without a point.</summary>
    public static string GeneralWithPoint(double magnitude, int precision) =>
        double.IsFinite(magnitude) ? General(magnitude, precision, alternate: false, keepsPoint: true) : double.IsNaN(magnitude) ? "nan" : "inf";

    private static string Fixed(double magnitude, int precision, bool alternate)
    {
        // A double has at most 1,074 digits behind the point; what is asked beyond is zeros.
        var exact = Math.Min(precision, 1100);
        var text = ExactDecimal.FixedMagnitude(magnitude, exact);
        if (precision > exact) text += new string('0', precision - exact);
        return alternate && precision == 0 ? text + "." : text;
    }

    private static string Exponent(double magnitude, int precision, bool alternate)
    {
        var exact = Math.Min(precision, 1100);
        var (digits, exponent) = ExactDecimal.Significant(magnitude, exact + 1);
        if (precision > exact) digits += new string('0', precision - exact);
        var point = precision > 0 || alternate ? "." : "";
        return $"{digits[0]}{point}{digits.AsSpan(1)}{ExponentText(exponent)}";
    }

    private static string General(double magnitude, int precision, bool alternate, bool keepsPoint)
    {
        if (precision == 0) precision = 1;
        var exact = Math.Min(precision, 1100);
        var (digits, exponent) = ExactDecimal.Significant(magnitude, exact);
        if (alternate && precision > exact) digits += new string('0', precision - exact);
        var limit = keepsPoint ? precision - 1 : precision;
        if (exponent < -4 || exponent >= limit)
        {
            var tail = alternate ? digits[1..] : digits[1..].TrimEnd('0');
            return $"{digits[0]}{(tail.Length > 0 || alternate ? "." : "")}{tail}{ExponentText(exponent)}";
        }
        var plain = exponent < 0 ? $"0.{new string('0', -exponent - 1)}{digits}" : digits.Length > exponent + 1 ? $"{digits.AsSpan(0, exponent + 1)}.{digits.AsSpan(exponent + 1)}" : digits + new string('0', exponent + 1 - digits.Length);
        if (!alternate && plain.Contains('.')) plain = plain.TrimEnd('0').TrimEnd('.');
        if (alternate && !plain.Contains('.')) plain += ".";
        return keepsPoint && !plain.Contains('.') ? plain + ".0" : plain;
    }

    private static string ExponentText(int exponent) =>
        (exponent < 0 ? "e-" : "e+") + Math.Abs(exponent).ToString("00", CultureInfo.InvariantCulture);

    private static string Radix(BigInteger magnitude, int bits)
    {
        if (magnitude.IsZero) return "0";
        var length = (int)magnitude.GetBitLength();
        var count = (length + bits - 1) / bits;
        var bytes = magnitude.ToByteArray(isUnsigned: true);
        var digits = new char[count];
        for (var i = 0; i < count; i++)
        {
            var value = 0;
            for (var b = 0; b < bits; b++)
            {
                var bit = i * bits + b;
                if (bit / 8 < bytes.Length && (bytes[bit / 8] & (1 << (bit % 8))) != 0) value |= 1 << b;
            }
            digits[count - 1 - i] = "0123456789abcdef"[value];
        }
        return new string(digits);
    }
}
