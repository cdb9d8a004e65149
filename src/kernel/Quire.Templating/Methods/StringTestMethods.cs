using System.Globalization;
using Quire.Templating.Execution;
using Quire.Templating.Jinja;
using Quire.Templating.Values;

namespace Quire.Templating.Methods;

/// <summary><c>isdigit</c>, <c>isalpha</c>, <c>isupper</c> and their kin.</summary>
internal static class StringTestMethods
{
    public static readonly Definition[] All =
    [
        All_("isalpha", static c => Category(c) <= UnicodeCategory.OtherLetter),
        All_("isalnum", static c => Category(c) <= UnicodeCategory.OtherLetter || IsNumeric(c)),
        All_("isdecimal", static c => Category(c) == UnicodeCategory.DecimalDigitNumber),
        All_("isdigit", static c => CharUnicodeInfo.GetDigitValue(char.ConvertFromUtf32(c), 0) >= 0),
        All_("isnumeric", IsNumeric),
        All_("isspace", static c => c < 0x10000 && PythonCharacters.IsSpace((char)c)),
        new("isprintable", [], static (c, in v, in _) => Value.Bool(Every(c, v.Text, PythonText.IsPrintable))) { PositionalOnly = true },
        new("isascii", [], static (_, in v, in _) => Value.Bool(System.Text.Ascii.IsValid(v.Text))) { PositionalOnly = true },
        new("isidentifier", [], static (_, in v, in _) => Value.Bool(PythonCharacters.IsIdentifier(v.Text))) { PositionalOnly = true },
        new("isupper", [], static (c, in v, in _) => Value.Bool(IsUpper(c, v.Text))) { PositionalOnly = true },
        new("islower", [], static (c, in v, in _) => Value.Bool(IsLower(c, v.Text))) { PositionalOnly = true },
        new("istitle", [], static (c, in v, in _) => Value.Bool(IsTitle(c, v.Text))) { PositionalOnly = true },
    ];

    public static bool IsUpper(RenderContext context, string text) => IsCase(context, text, PythonCase.IsUpper);

    public static bool IsLower(RenderContext context, string text) => IsCase(context, text, PythonCase.IsLower);

    private static Definition All_(string name, Func<int, bool> holds) =>
        new(name, [], (c, in v, in _) => Value.Bool(v.Text.Length > 0 && Every(c, v.Text, holds))) { PositionalOnly = true };

    private static UnicodeCategory Category(int code) => CharUnicodeInfo.GetUnicodeCategory(code);

    private static bool IsNumeric(int code) =>
        code is < 0xD800 or > 0xDFFF && CharUnicodeInfo.GetNumericValue(char.ConvertFromUtf32(code), 0) >= 0 || Category(code) is UnicodeCategory.LetterNumber;

    private static bool Every(RenderContext context, string text, Func<int, bool> holds)
    {
        context.Spend(text.Length >> 6);
        for (var i = 0; i < text.Length; i += CodePoints.Width(text, i))
        {
            var code = CodePoints.CodeAt(text, i);
            if (code is >= 0xD800 and <= 0xDFFF || !holds(code)) return false;
        }
        return true;
    }

    private static bool IsCase(RenderContext context, string text, Func<int, bool> holds)
    {
        context.Spend(text.Length >> 6);
        var any = false;
        for (var i = 0; i < text.Length; i += CodePoints.Width(text, i))
        {
            var code = CodePoints.CodeAt(text, i);
            if (holds(code)) any = true;
            else if (PythonCase.IsCased(code)) return false;
        }
        return any;
    }

    private static bool IsTitle(RenderContext context, string text)
    {
        context.Spend(text.Length >> 6);
        var (any, inWord) = (false, false);
        for (var i = 0; i < text.Length; i += CodePoints.Width(text, i))
        {
            var code = CodePoints.CodeAt(text, i);
            if (PythonCase.IsLower(code))
            {
                if (!inWord) return false;
                any = true;
            }
            else if (PythonCase.IsCased(code))
            {
                if (inWord) return false;
                (any, inWord) = (true, true);
            }
            else inWord = false;
        }
        return any;
    }
}
