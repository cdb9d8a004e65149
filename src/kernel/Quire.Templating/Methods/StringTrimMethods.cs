using Quire.Templating.Execution;
using Quire.Templating.Jinja;
using Quire.Templating.Values;

namespace Quire.Templating.Methods;

/// <summary><c>strip</c>, <c>lstrip</c>, <c>rstrip</c>, <c>removeprefix</c>, <c>removesuffix</c>.</summary>
internal static class StringTrimMethods
{
    private const int Start = 1;
    private const int End = 2;

    public static readonly Definition[] All =
    [
        new("strip", ["chars?"], static (c, in v, in a) => Strip(c, v, a.Or(0, Value.None), Start | End)) { PositionalOnly = true },
        new("lstrip", ["chars?"], static (c, in v, in a) => Strip(c, v, a.Or(0, Value.None), Start)) { PositionalOnly = true },
        new("rstrip", ["chars?"], static (c, in v, in a) => Strip(c, v, a.Or(0, Value.None), End)) { PositionalOnly = true },
        new("removeprefix", ["prefix"], static (_, in v, in a) => RemovePrefix(v, a[0])) { PositionalOnly = true },
        new("removesuffix", ["suffix"], static (_, in v, in a) => RemoveSuffix(v, a[0])) { PositionalOnly = true },
    ];

    /// <summary>Strips blanks, or the given characters, from the sides whose bits are set.</summary>
    public static Value Strip(RenderContext context, in Value self, in Value chars, int sides)
    {
        var rest = StripSpan(self.Text, chars, sides);
        if (rest.Length == self.Text.Length) return self;
        context.AllocateText(rest.Length);
        return Markups.Like(self, rest.ToString());
    }

    public static ReadOnlySpan<char> StripSpan(string text, in Value chars, int sides)
    {
        if (chars.Tag == Tag.None) return StripSpace(text, sides);
        if (!chars.IsText) throw Errors.Type("strip arg must be None or str");
        return StripChars(text, chars.Text, sides);
    }

    private static ReadOnlySpan<char> StripSpace(ReadOnlySpan<char> text, int sides)
    {
        if ((sides & Start) != 0)
            while (text.Length > 0 && PythonCharacters.IsSpace(text[0])) text = text[1..];
        if ((sides & End) != 0)
            while (text.Length > 0 && PythonCharacters.IsSpace(text[^1])) text = text[..^1];
        return text;
    }

    private static ReadOnlySpan<char> StripChars(ReadOnlySpan<char> text, string chars, int sides)
    {
        var set = chars.EnumerateRunes().ToHashSet();
        while ((sides & Start) != 0 && text.Length > 0)
        {
            System.Text.Rune.DecodeFromUtf16(text, out var rune, out var width);
            if (!set.Contains(rune)) break;
            text = text[width..];
        }
        while ((sides & End) != 0 && text.Length > 0)
        {
            System.Text.Rune.DecodeLastFromUtf16(text, out var rune, out var width);
            if (!set.Contains(rune)) break;
            text = text[..^width];
        }
        return text;
    }

    private static Value RemovePrefix(in Value self, in Value prefix)
    {
        if (!prefix.IsText) throw Errors.Type($"removeprefix() argument must be str, not {TypeNames.Of(prefix)}");
        return self.Text.StartsWith(prefix.Text, StringComparison.Ordinal) ? Markups.Like(self, self.Text[prefix.Text.Length..]) : self;
    }

    private static Value RemoveSuffix(in Value self, in Value suffix)
    {
        if (!suffix.IsText) throw Errors.Type($"removesuffix() argument must be str, not {TypeNames.Of(suffix)}");
        return self.Text.EndsWith(suffix.Text, StringComparison.Ordinal) ? Markups.Like(self, self.Text[..^suffix.Text.Length]) : self;
    }
}
