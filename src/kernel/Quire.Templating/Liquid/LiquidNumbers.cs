using System.Globalization;
using System.Numerics;
using Quire.Templating.Values;

namespace Quire.Templating.Liquid;

/// <summary>Numbers as Liquid's filters take them: texts of digits count, anything else is 0.</summary>
internal static class LiquidNumbers
{
    public static bool TryParse(in Value value, out Value number)
    {
        number = value;
        if (value.Tag is Tag.Int or Tag.Float or Tag.Big) return true;
        number = Value.Number(0);
        if (!value.IsText) return false;
        var text = value.Text.AsSpan().Trim();
        if (text.Length > Numbers.MaxDigits) return false;
        if (long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var small))
        {
            number = Value.Number(small);
            return true;
        }
        if (BigInteger.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var large))
        {
            number = Numbers.FromBig(large);
            return true;
        }
        if (!text.Contains('.') || !double.TryParse(text, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var d)) return false;
        number = Value.Number(d);
        return true;
    }

    public static Value Of(in Value value)
    {
        if (TryParse(value, out var number)) return number;
        return value.IsText ? LeadingDigits(value.Text) : Value.Number(0);
    }

    public static long ToLong(in Value number) => number.Tag switch
    {
        Tag.Int => number.Bits,
        Tag.Float => double.IsFinite(number.Double) ? (long)Math.Clamp(number.Double, -9e18, 9e18) : 0,
        Tag.Big => ((BigInteger)number.Ref!).Sign < 0 ? long.MinValue / 4 : long.MaxValue / 4,
        _ => 0,
    };

    /// <summary>A text that only begins with digits is their number.</summary>
    private static Value LeadingDigits(string text)
    {
        var i = text.StartsWith('-') ? 1 : 0;
        while (i < text.Length && char.IsAsciiDigit(text[i])) i++;
        return long.TryParse(text.AsSpan(0, i), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) ? Value.Number(number) : Value.Number(0);
    }
}
