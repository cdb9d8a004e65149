namespace Quire.Templating.Values;

/// <summary>Texts as Python sees them: sequences of code points. Texts without surrogates, nearly all, take the short way.</summary>
internal static class CodePoints
{
    private static readonly string[] Single = MakeSingles();

    public static bool AreUnits(string text) => text.AsSpan().IndexOfAnyInRange('\uD800', '\uDFFF') < 0;

    public static int Count(string text)
    {
        if (AreUnits(text)) return text.Length;
        return Count(text.AsSpan());
    }

    public static int Count(ReadOnlySpan<char> text)
    {
        var count = 0;
        for (var i = 0; i < text.Length; i += Width(text, i)) count++;
        return count;
    }

    public static int Width(ReadOnlySpan<char> text, int index) =>
        char.IsHighSurrogate(text[index]) && index + 1 < text.Length && char.IsLowSurrogate(text[index + 1]) ? 2 : 1;

    /// <summary>The offset in UTF-16 units of a code point; the length where there are fewer.</summary>
    public static int Offset(string text, int index)
    {
        var offset = 0;
        while (index-- > 0 && offset < text.Length) offset += Width(text, offset);
        return offset;
    }

    /// <summary>The first code points, at most <paramref name="count"/>.</summary>
    public static string Prefix(string text, int count)
    {
        if (count <= 0) return "";
        if (count >= text.Length) return text;
        return text[..(AreUnits(text) ? count : Offset(text, count))];
    }

    public static string At(string text, int offset) =>
        Width(text, offset) == 1 ? Of(text[offset]) : text.Substring(offset, 2);

    public static string Of(char c) => c < 128 ? Single[c] : c.ToString();

    /// <summary>The offsets of all code points, and the length at the end.</summary>
    public static int[] Offsets(string text)
    {
        var offsets = new List<int>(text.Length + 1);
        for (var i = 0; i < text.Length; i += Width(text, i)) offsets.Add(i);
        offsets.Add(text.Length);
        return [.. offsets];
    }

    /// <summary>The code point at an offset; a lone surrogate stands for itself.</summary>
    public static int CodeAt(ReadOnlySpan<char> text, int offset) =>
        Width(text, offset) == 2 ? char.ConvertToUtf32(text[offset], text[offset + 1]) : text[offset];

    /// <summary>Order by code point; ordinal order of UTF-16 differs where surrogates meet U+E000 and above.</summary>
    public static int Compare(string a, string b)
    {
        var length = Math.Min(a.Length, b.Length);
        var i = a.AsSpan().CommonPrefixLength(b);
        if (i == length) return a.Length.CompareTo(b.Length);
        int x = a[i], y = b[i];
        if (x >= 0xD800 && y >= 0xD800)
        {
            if (x >= 0xE000) x -= 0x800;
            else x += 0x2000;
            if (y >= 0xE000) y -= 0x800;
            else y += 0x2000;
        }
        return x.CompareTo(y);
    }

    private static string[] MakeSingles()
    {
        var singles = new string[128];
        for (var i = 0; i < singles.Length; i++) singles[i] = ((char)i).ToString();
        return singles;
    }
}
