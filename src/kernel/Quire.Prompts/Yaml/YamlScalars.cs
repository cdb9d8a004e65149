using System.Buffers;
using System.Globalization;
using System.Numerics;

namespace Quire.Prompts.Yaml;

/// <summary>
/// Plain scalars by the core schema of YAML 1.2 (section 10.3.2): <c>true</c>, <c>null</c>, <c>0x1F</c> and <c>1e3</c> are
/// values; <c>no</c>, <c>on</c>, <c>1_000</c> and dates stay text.
/// </summary>
internal static class YamlScalars
{
    private const int MaxNumber = 400;

    private static readonly SearchValues<char> Hexadecimal = SearchValues.Create("0123456789abcdefABCDEF");
    private static readonly SearchValues<char> Octal = SearchValues.Create("01234567");

    public static YamlScalarKind Classify(YamlScalarNode node) => node.IsPlain ? Classify(node.Text) : YamlScalarKind.Text;

    public static YamlScalarKind Classify(string text) => text switch
    {
        "" or "~" or "null" or "Null" or "NULL" => YamlScalarKind.Null,
        "true" or "True" or "TRUE" or "false" or "False" or "FALSE" => YamlScalarKind.Boolean,
        ".nan" or ".NaN" or ".NAN" => YamlScalarKind.NotFinite,
        ".inf" or ".Inf" or ".INF" or "+.inf" or "+.Inf" or "+.INF" or "-.inf" or "-.Inf" or "-.INF" => YamlScalarKind.NotFinite,
        _ => ToJsonNumber(text) is null ? YamlScalarKind.Text : YamlScalarKind.Number,
    };

    public static bool IsTrue(string text) => text[0] is 't' or 'T';

    /// <summary>The number as JSON writes it, digits kept; null when the text is no number.</summary>
    public static string? ToJsonNumber(string text)
    {
        if (text.Length is 0 or > MaxNumber || !(char.IsAsciiDigit(text[0]) || text[0] is '+' or '-' or '.'))
            return null;
        if (text.StartsWith("0x", StringComparison.Ordinal))
            return FromRadix(text.AsSpan(2), Hexadecimal, 16);
        return text.StartsWith("0o", StringComparison.Ordinal) ? FromRadix(text.AsSpan(2), Octal, 8) : FromDecimal(text);
    }

    private static string? FromRadix(ReadOnlySpan<char> digits, SearchValues<char> allowed, int radix)
    {
        if (digits.IsEmpty || digits.ContainsAnyExcept(allowed))
            return null;
        var value = BigInteger.Zero;
        foreach (var digit in digits)
            value = (value * radix) + Convert.ToInt32(digit.ToString(), 16);
        return value.ToString(CultureInfo.InvariantCulture);
    }

    // [-+]? ( \. [0-9]+ | [0-9]+ ( \. [0-9]* )? ) ( [eE] [-+]? [0-9]+ )?
    private static string? FromDecimal(string text)
    {
        var position = text[0] is '+' or '-' ? 1 : 0;
        var sign = text[0] == '-' ? "-" : "";
        var whole = TakeDigits(text, ref position);
        var fraction = default(string);
        if (position < text.Length && text[position] == '.')
        {
            position++;
            fraction = TakeDigits(text, ref position);
        }

        if (whole.Length == 0 && string.IsNullOrEmpty(fraction))
            return null;
        if (!TryTakeExponent(text, ref position, out var exponent) || position != text.Length)
            return null;
        whole = whole.TrimStart('0');
        return sign + (whole.Length == 0 ? "0" : whole) + (fraction is null ? "" : fraction.Length == 0 ? ".0" : "." + fraction) + exponent;
    }

    private static string TakeDigits(string text, ref int position)
    {
        var start = position;
        while (position < text.Length && char.IsAsciiDigit(text[position]))
            position++;
        return text[start..position];
    }

    private static bool TryTakeExponent(string text, ref int position, out string exponent)
    {
        exponent = "";
        if (position >= text.Length || text[position] is not ('e' or 'E'))
            return true;
        var start = position++;
        if (position < text.Length && text[position] is '+' or '-')
            position++;
        if (TakeDigits(text, ref position).Length == 0)
            return false;
        exponent = text[start..position];
        return true;
    }
}
