using System.Globalization;

namespace Quire.Templating.Values;

/// <summary>Doubles as Python prints them: the shortest digits that read back, plain from 1e-4 up to 1e16, else with an exponent of at least two digits.</summary>
internal static class FloatText
{
    /// <summary>The most characters that <see cref="Format"/> writes.</summary>
    public const int MaxLength = 32;

    private const long Scale = 10_000;

    public static string Repr(double value)
    {
        Span<char> buffer = stackalloc char[MaxLength];
        return new string(buffer[..Format(value, buffer)]);
    }

    public static int Format(double value, Span<char> target)
    {
        if (double.IsNaN(value)) return Copy("nan", target);
        if (double.IsInfinity(value)) return Copy(value > 0 ? "inf" : "-inf", target);
        if (TryShort(value, target, out var shortLength)) return shortLength;
        Span<char> digits = stackalloc char[24];
        var count = ShortestDigits(value, digits, out var exponent);
        var length = 0;
        if (double.IsNegative(value)) target[length++] = '-';
        return exponent is >= -4 and < 16
            ? Plain(digits[..count], exponent, target, length)
            : Scientific(digits[..count], exponent, target, length);
    }

    /// <summary>The significant digits without trailing zeros; the first stands before the point of d.ddd × 10^<paramref name="exponent"/>.</summary>
    public static int ShortestDigits(double value, Span<char> digits, out int exponent)
    {
        Span<char> shortest = stackalloc char[40];
        Math.Abs(value).TryFormat(shortest, out var written, "R", CultureInfo.InvariantCulture);
        var span = shortest[..written];
        var count = 0;
        var point = -1;
        var power = 0;
        for (var i = 0; i < span.Length; i++)
        {
            var c = span[i];
            if (c == '.') point = count;
            else if (c == 'E')
            {
                power = int.Parse(span[(i + 1)..], NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture);
                break;
            }
            else digits[count++] = c;
        }
        if (point < 0) point = count;
        var leading = 0;
        while (leading < count - 1 && digits[leading] == '0') leading++;
        digits[leading..count].CopyTo(digits);
        count -= leading;
        exponent = power + point - leading - 1;
        while (count > 1 && digits[count - 1] == '0') count--;
        if (count == 1 && digits[0] == '0') exponent = 0;
        return count;
    }

    /// <summary>
    /// Numbers with at most four digits behind the point. Where n / 10,000 gives the very double and n has at most 15 digits, n / 10,000 is its
    /// shortest text: two decimals of at most 15 digits never share a double, and the division rounds to the nearest.
    /// </summary>
    private static bool TryShort(double value, Span<char> target, out int length)
    {
        length = 0;
        var magnitude = Math.Abs(value);
        if (magnitude >= 1e11) return false;
        var scaled = (long)(magnitude * Scale + 0.5);
        if (scaled / (double)Scale != magnitude) return false;
        if (double.IsNegative(value)) target[length++] = '-';
        var (whole, rest) = Math.DivRem(scaled, Scale);
        whole.TryFormat(target[length..], out var written, default, CultureInfo.InvariantCulture);
        length += written;
        target[length++] = '.';
        for (var unit = Scale / 10; ; unit /= 10)
        {
            target[length++] = (char)('0' + rest / unit);
            rest %= unit;
            if (rest == 0) return true;
        }
    }

    private static int Plain(ReadOnlySpan<char> digits, int exponent, Span<char> target, int length)
    {
        if (exponent < 0)
        {
            length += Copy("0.", target[length..]);
            for (var i = -1; i > exponent; i--) target[length++] = '0';
            digits.CopyTo(target[length..]);
            return length + digits.Length;
        }
        for (var i = 0; i <= exponent; i++) target[length++] = i < digits.Length ? digits[i] : '0';
        target[length++] = '.';
        if (digits.Length <= exponent + 1)
        {
            target[length++] = '0';
            return length;
        }
        var rest = digits[(exponent + 1)..];
        rest.CopyTo(target[length..]);
        return length + rest.Length;
    }

    private static int Scientific(ReadOnlySpan<char> digits, int exponent, Span<char> target, int length)
    {
        target[length++] = digits[0];
        if (digits.Length > 1)
        {
            target[length++] = '.';
            digits[1..].CopyTo(target[length..]);
            length += digits.Length - 1;
        }
        target[length++] = 'e';
        target[length++] = exponent < 0 ? '-' : '+';
        Math.Abs(exponent).TryFormat(target[length..], out var written, "00", CultureInfo.InvariantCulture);
        return length + written;
    }

    private static int Copy(string text, Span<char> target)
    {
        text.CopyTo(target);
        return text.Length;
    }
}
