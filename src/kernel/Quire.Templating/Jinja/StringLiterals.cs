using System.Globalization;
using System.Text;

namespace Quire.Templating.Jinja;

/// <summary>The escapes of string literals, which are Python's.</summary>
internal static class StringLiterals
{
    /// <summary>The text between the quotes with escapes replaced; null with an error where one is wrong.</summary>
    public static string? Unescape(ReadOnlySpan<char> raw, out string? error)
    {
        error = null;
        if (raw.IndexOfAny('\\', '\r') < 0) return raw.ToString();
        var text = new StringBuilder(raw.Length);
        for (var i = 0; i < raw.Length; i++)
        {
            var c = raw[i];
            if (c == '\r')
            {
                text.Append('\n');
                if (i + 1 < raw.Length && raw[i + 1] == '\n') i++;
            }
            else if (c != '\\') text.Append(c);
            else if (!Escape(raw, ref i, text, out error)) return null;
        }
        return text.ToString();
    }

    private static bool Escape(ReadOnlySpan<char> raw, ref int i, StringBuilder text, out string? error)
    {
        error = null;
        if (++i >= raw.Length)
        {
            error = "\\ at end of string";
            return false;
        }
        switch (raw[i])
        {
            case '\n': return true;
            case '\r':
                if (i + 1 < raw.Length && raw[i + 1] == '\n') i++;
                return true;
            case '\\' or '\'' or '"': text.Append(raw[i]); return true;
            case 'a': text.Append('\a'); return true;
            case 'b': text.Append('\b'); return true;
            case 'f': text.Append('\f'); return true;
            case 'n': text.Append('\n'); return true;
            case 'r': text.Append('\r'); return true;
            case 't': text.Append('\t'); return true;
            case 'v': text.Append('\v'); return true;
            case 'x': return Hex(raw, ref i, 2, "truncated \\xXX escape", text, out error);
            case 'u': return Hex(raw, ref i, 4, "truncated \\uXXXX escape", text, out error);
            case 'U': return Hex(raw, ref i, 8, "truncated \\UXXXXXXXX escape", text, out error);
            case 'N':
                error = "\\N{...} names of characters are not supported";
                return false;
            case >= '0' and <= '7': Octal(raw, ref i, text); return true;
            default: text.Append('\\').Append(raw[i]); return true;
        }
    }

    private static bool Hex(ReadOnlySpan<char> raw, ref int i, int digits, string message, StringBuilder text, out string? error)
    {
        error = null;
        if (i + digits >= raw.Length + 0 && i + digits > raw.Length - 1 || !int.TryParse(raw.Slice(i + 1, digits), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var code))
        {
            error = message;
            return false;
        }
        if (code is < 0 or > 0x10FFFF)
        {
            error = "illegal Unicode character";
            return false;
        }
        if (code > 0xFFFF) text.Append(char.ConvertFromUtf32(code));
        else text.Append((char)code);
        i += digits;
        return true;
    }

    private static void Octal(ReadOnlySpan<char> raw, ref int i, StringBuilder text)
    {
        var code = 0;
        var start = i;
        while (i < raw.Length && i < start + 3 && raw[i] is >= '0' and <= '7') code = code * 8 + (raw[i++] - '0');
        i--;
        text.Append((char)code);
    }
}
