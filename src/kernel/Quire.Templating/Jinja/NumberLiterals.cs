using System.Globalization;
using System.Numerics;
using Quire.Templating.Values;

namespace Quire.Templating.Jinja;

/// <summary>Number literals: decimal, hexadecimal, octal and binary, with single underscores between digits.</summary>
internal static class NumberLiterals
{
    /// <summary>Where a float that begins here ends; 0 where it is none.</summary>
    public static int FloatEnd(string source, int start, int end)
    {
        var i = Digits(source, start, end);
        if (i == start) return 0;
        var whole = i;
        var fraction = i;
        if (i + 1 < end && source[i] == '.' && char.IsAsciiDigit(source[i + 1])) fraction = Digits(source, i + 1, end);
        i = fraction;
        if (i < end && source[i] is 'e' or 'E')
        {
            var exponent = i + 1;
            if (exponent < end && source[exponent] is '+' or '-') exponent++;
            var last = exponent < end ? Digits(source, exponent, end) : exponent;
            if (last > exponent) return last;
        }
        return fraction > whole ? fraction : 0;
    }

    public static int IntegerEnd(string source, int start, int end)
    {
        if (source[start] != '0') return Digits(source, start, end);
        if (start + 1 < end)
        {
            Func<char, bool>? digit = source[start + 1] switch
            {
                'x' or 'X' => char.IsAsciiHexDigit,
                'o' or 'O' => static c => c is >= '0' and <= '7',
                'b' or 'B' => static c => c is '0' or '1',
                _ => null,
            };
            if (digit is not null && Run(source, start + 2, end, digit, mayStartWithUnderscore: true) is var last && last > start + 2) return last;
        }
        return Run(source, start + 1, end, static c => c == '0', mayStartWithUnderscore: true) is var zeros && zeros > start + 1 ? zeros : start + 1;
    }

    public static Value Integer(string text)
    {
        text = text.Replace("_", "", StringComparison.Ordinal);
        var radix = text.Length > 2 && text[0] == '0' ? char.ToLowerInvariant(text[1]) switch { 'x' => 16, 'o' => 8, 'b' => 2, _ => 10 } : 10;
        if (radix == 10) return long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var small) ? Value.Number(small) : Numbers.FromBig(BigInteger.Parse(text, CultureInfo.InvariantCulture));
        var number = BigInteger.Zero;
        foreach (var c in text.AsSpan(2)) number = number * radix + Convert.ToInt32(c.ToString(), 16);
        return Numbers.FromBig(number);
    }

    public static Value Float(string text) => Value.Number(double.Parse(text.Replace("_", "", StringComparison.Ordinal), NumberStyles.Float, CultureInfo.InvariantCulture));

    private static int Digits(string source, int start, int end) => Run(source, start, end, char.IsAsciiDigit, mayStartWithUnderscore: false);

    private static int Run(string source, int start, int end, Func<char, bool> isDigit, bool mayStartWithUnderscore)
    {
        var i = start;
        while (i < end)
        {
            if (isDigit(source[i])) i++;
            else if (source[i] == '_' && (i > start || mayStartWithUnderscore) && i + 1 < end && isDigit(source[i + 1])) i += 2;
            else break;
        }
        return i;
    }
}
