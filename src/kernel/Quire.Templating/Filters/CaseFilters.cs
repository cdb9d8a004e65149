using Quire.Templating.Execution;
using Quire.Templating.Values;

namespace Quire.Templating.Filters;

/// <summary><c>upper</c>, <c>lower</c>, <c>capitalize</c>, <c>title</c>.</summary>
internal static class CaseFilters
{
    public static readonly Definition[] All =
    [
        new("upper", [], static (c, in v, in _) => Map(c, v, PythonCase.Upper)) { Emit = static (c, in v, in _) => Emit(c, v, upper: true) },
        new("lower", [], static (c, in v, in _) => Map(c, v, PythonCase.Lower)) { Emit = static (c, in v, in _) => Emit(c, v, upper: false) },
        new("capitalize", [], static (c, in v, in _) => Map(c, v, PythonCase.Capitalize)),
        new("title", [], static (c, in v, in _) => Value.String(Title(c, Converting.Soft(c, v)))),
    ];

    private static Value Map(RenderContext context, in Value value, Func<string, string> change)
    {
        var soft = Markups.Soft(context, value);
        context.AllocateText(soft.Text.Length);
        return Markups.Like(soft, change(soft.Text));
    }

    /// <summary>ASCII goes straight into the output; anything else takes the long way.</summary>
    private static void Emit(RenderContext context, in Value value, bool upper)
    {
        var text = Converting.Soft(context, value);
        if (text.Length > 64) context.Spend(text.Length >> 6);
        if (System.Text.Ascii.IsValid(text))
        {
            var room = context.Output.Room(text.Length);
            if (upper) System.Text.Ascii.ToUpper(text, room, out _);
            else System.Text.Ascii.ToLower(text, room, out _);
            context.Output.Advance(text.Length);
        }
        else context.Output.Write(upper ? PythonCase.Upper(text) : PythonCase.Lower(text));
    }

    /// <summary>Words begin after a hyphen, a blank or an opening bracket, and nowhere else.</summary>
    private static string Title(RenderContext context, string text)
    {
        var mark = context.Output.Length;
        var i = 0;
        while (i < text.Length)
        {
            var start = i;
            var isSeparator = IsSeparator(text[i]);
            while (i < text.Length && IsSeparator(text[i]) == isSeparator) i++;
            if (isSeparator) context.Output.Write(text.AsSpan(start, i - start));
            else
            {
                var width = CodePoints.Width(text, start);
                context.Output.Write(PythonCase.Upper(text.Substring(start, width)));
                context.Output.Write(PythonCase.Lower(text[(start + width)..i]));
            }
        }
        return context.Take(mark);
    }

    private static bool IsSeparator(char c) => c is '-' or '(' or '{' or '[' or '<' || Jinja.PythonCharacters.IsSpace(c);
}
