using System.Globalization;
using System.Numerics;

namespace Quire.Templating.Formatting;

/// <summary>Doubles in decimal with a given number of digits, rounded half to even on the exact value, as C and Python do.</summary>
internal static class ExactDecimal
{
    private const int MostFastDigits = 15;

    private static readonly ulong[] Powers = [1, 10, 100, 1_000, 10_000, 100_000, 1_000_000, 10_000_000, 100_000_000, 1_000_000_000, 10_000_000_000, 100_000_000_000, 1_000_000_000_000, 10_000_000_000_000, 100_000_000_000_000, 1_000_000_000_000_000];

    /// <summary>A value with exactly this many digits behind the point.</summary>
    public static string Fixed(double value, int digits)
    {
        var sign = double.IsNegative(value) ? "-" : "";
        if (!double.IsFinite(value)) return double.IsNaN(value) ? "nan" : sign + "inf";
        return sign + FixedMagnitude(Math.Abs(value), digits);
    }

    /// <summary>The same as <see cref="Scaled"/> in 128 bits, for the numbers that occur in practice.</summary>
    public static bool TryScale(double magnitude, int digits, out ulong scaled)
    {
        scaled = 0;
        var bits = BitConverter.DoubleToInt64Bits(magnitude);
        var exponent = (int)((bits >> 52) & 0x7FF) - 1075;
        if (digits is < 0 or > MostFastDigits || exponent is > 0 or < -120) return false;
        var product = (UInt128)(ulong)((bits & 0xFFFFFFFFFFFFFL) | (1L << 52)) * Powers[digits];
        var whole = product >> -exponent;
        if (whole > ulong.MaxValue / 4) return false;
        var rest = product - (whole << -exponent);
        var half = exponent == 0 ? UInt128.MaxValue : UInt128.One << (-exponent - 1);
        scaled = (ulong)whole;
        if (rest > half || (rest == half && (scaled & 1) != 0)) scaled++;
        return true;
    }

    public static double PowerOfTen(int digits) => Powers[digits];

    public static string FixedMagnitude(double magnitude, int digits)
    {
        if (magnitude != 0 && TryScale(magnitude, digits, out var scaled)) return Place(scaled.ToString(CultureInfo.InvariantCulture), digits);
        return Place(Scaled(magnitude, digits).ToString(CultureInfo.InvariantCulture), digits);
    }

    private static string Place(string text, int digits)
    {
        if (digits <= 0) return text;
        if (text.Length <= digits) text = new string('0', digits - text.Length + 1) + text;
        return $"{text.AsSpan(0, text.Length - digits)}.{text.AsSpan(text.Length - digits)}";
    }

    /// <summary>This many significant digits, and the power of ten of the first.</summary>
    public static (string Digits, int Exponent) Significant(double magnitude, int count)
    {
        if (magnitude == 0) return (new string('0', count), 0);
        var exponent = (int)Math.Floor(Math.Log10(magnitude));
        while (true)
        {
            var digits = Scaled(magnitude, count - 1 - exponent).ToString(CultureInfo.InvariantCulture);
            if (digits.Length == count) return (digits, exponent);
            exponent += digits.Length > count ? 1 : -1;
        }
    }

    /// <summary>The whole number nearest to magnitude × 10^digits, ties to even.</summary>
    public static BigInteger Scaled(double magnitude, int digits)
    {
        var bits = BitConverter.DoubleToInt64Bits(magnitude);
        var exponent = (int)((bits >> 52) & 0x7FF);
        var mantissa = bits & 0xFFFFFFFFFFFFFL;
        if (exponent == 0) exponent++;
        else mantissa |= 1L << 52;
        exponent -= 1075;
        BigInteger numerator = mantissa;
        var denominator = BigInteger.One;
        if (digits >= 0) numerator *= BigInteger.Pow(10, digits);
        else denominator = BigInteger.Pow(10, -digits);
        if (exponent >= 0) numerator <<= exponent;
        else denominator <<= -exponent;
        return RoundedQuotient(numerator, denominator);
    }

    /// <summary>The whole number nearest to a quotient of positive numbers, ties to even.</summary>
    public static BigInteger RoundedQuotient(BigInteger numerator, BigInteger denominator)
    {
        var quotient = BigInteger.DivRem(numerator, denominator, out var rest);
        var order = (rest * 2).CompareTo(denominator);
        return order > 0 || (order == 0 && !quotient.IsEven) ? quotient + 1 : quotient;
    }
}
