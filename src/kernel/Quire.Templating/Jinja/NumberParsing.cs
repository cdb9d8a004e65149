using System.Globalization;
using System.Numerics;
using Quire.Templating.Execution;
using Quire.Templating.Values;

namespace Quire.Templating.Jinja;

/// <summary>Texts to numbers as Python's <c>int()</c> and <c>float()</c> read them.</summary>
internal static class NumberParsing
{
    public static bool TryInteger(string text, int radix, out Value value)
    {
        value = default;
        var digits = Strip(text);
        var negative = digits.StartsWith('-');
        if (negative || digits.StartsWith('+')) digits = digits[1..];
        digits = TakePrefix(digits, ref radix, out var hadPrefix);
        if (radix == 0) return false;
        if (!TryDigits(digits, radix, hadPrefix, out var number)) return false;
        value = Numbers.FromBig(negative ? -number : number);
        return true;
    }

    public static bool TryFloat(string text, out double value)
    {
        value = 0;
        var digits = Strip(text);
        var negative = digits.StartsWith('-');
        var body = negative || digits.StartsWith('+') ? digits[1..] : digits;
        if (Named(body, out value))
        {
            if (negative) value = -value;
            return true;
        }
        if (body.Length == 0 || !IsFloat(body)) return false;
        value = double.Parse(Normalize(body), NumberStyles.Float, CultureInfo.InvariantCulture);
        if (negative) value = -value;
        return true;
    }

    private static string Strip(string text)
    {
        var (from, to) = (0, text.Length);
        while (from < to && PythonCharacters.IsSpace(text[from])) from++;
        while (to > from && PythonCharacters.IsSpace(text[to - 1])) to--;
        return text[from..to];
    }

    private static string TakePrefix(string digits, ref int radix, out bool had)
    {
        had = false;
        var named = digits.Length > 1 && digits[0] == '0' ? digits[1] switch { 'x' or 'X' => 16, 'o' or 'O' => 8, 'b' or 'B' => 2, _ => 0 } : 0;
        if (named != 0 && (radix == 0 || radix == named))
        {
            radix = named;
            had = true;
            return digits[2..];
        }
        if (radix != 0) return digits;
        radix = 10;
        if (digits.Length > 1 && digits[0] == '0' && digits.Any(c => c is not ('0' or '_'))) radix = 0;
        return digits;
    }

    private static bool TryDigits(string digits, int radix, bool mayStartWithUnderscore, out BigInteger number)
    {
        number = BigInteger.Zero;
        if (digits.Length == 0) return false;
        var plain = new System.Text.StringBuilder(digits.Length);
        var last = mayStartWithUnderscore ? '0' : '_';
        foreach (var c in digits)
        {
            if (c == '_')
            {
                if (last == '_') return false;
            }
            else
            {
                var digit = Digit(c);
                if (digit < 0 || digit >= radix) return false;
                plain.Append("0123456789abcdefghijklmnopqrstuvwxyz"[digit]);
            }
            last = c;
        }
        if (last == '_') return false;
        if (radix != 2 && radix != 16 && radix != 8 && radix != 4 && radix != 32 && plain.Length > Numbers.MaxDigits)
            throw Errors.Value($"Exceeds the limit ({Numbers.MaxDigits} digits) for integer string conversion: value has {plain.Length} digits");
        if (plain.Length > Numbers.MaxBits) throw Errors.NumberTooLarge();
        number = radix == 10 ? BigInteger.Parse(plain.ToString(), CultureInfo.InvariantCulture) : Accumulate(plain.ToString(), radix);
        return true;
    }

    private static BigInteger Accumulate(string digits, int radix)
    {
        if (radix == 16) return BigInteger.Parse("0" + digits, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture);
        if (radix == 2) return BigInteger.Parse("0" + digits, NumberStyles.AllowBinarySpecifier, CultureInfo.InvariantCulture);
        if (digits.Length > Numbers.MaxDigits * 2) throw Errors.NumberTooLarge();
        var number = BigInteger.Zero;
        foreach (var c in digits) number = number * radix + Digit(c);
        return number;
    }

    private static int Digit(char c)
    {
        if (char.IsAsciiDigit(c)) return c - '0';
        if (char.IsAsciiLetter(c)) return (c | 0x20) - 'a' + 10;
        return c < 128 ? -1 : CharUnicodeInfo.GetDecimalDigitValue(c);
    }

    private static bool Named(string body, out double value)
    {
        value = body.ToLowerInvariant() switch
        {
            "inf" or "infinity" => double.PositiveInfinity,
            "nan" => double.NaN,
            _ => 0,
        };
        return value != 0;
    }

    private static bool IsFloat(string body)
    {
        var i = 0;
        var whole = Run(body, ref i);
        var fraction = false;
        if (whole is null) return false;
        if (i < body.Length && body[i] == '.')
        {
            i++;
            if (Run(body, ref i) is not { } found) return false;
            fraction = found;
        }
        if (!whole.Value && !fraction) return false;
        if (i < body.Length && body[i] is 'e' or 'E')
        {
            i++;
            if (i < body.Length && body[i] is '+' or '-') i++;
            if (Run(body, ref i) is not true) return false;
        }
        return i == body.Length;
    }

    /// <summary>Digits with single underscores between; false for none, null for a wrong underscore.</summary>
    private static bool? Run(string body, ref int i)
    {
        var start = i;
        while (i < body.Length && (Digit(body[i]) is >= 0 and < 10 || body[i] == '_'))
        {
            if (body[i] == '_' && (i == start || body[i - 1] == '_' || i + 1 >= body.Length || Digit(body[i + 1]) is < 0 or > 9)) return null;
            i++;
        }
        return i > start;
    }

    private static string Normalize(string body)
    {
        var plain = new System.Text.StringBuilder(body.Length);
        foreach (var c in body)
        {
            if (c == '_') continue;
            plain.Append(c is '.' or '+' or '-' or 'e' or 'E' ? c : (char)('0' + Digit(c)));
        }
        return plain.ToString();
    }
}
