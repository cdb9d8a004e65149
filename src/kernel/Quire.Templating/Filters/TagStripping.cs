using System.Net;
using Quire.Templating.Execution;

namespace Quire.Templating.Filters;

/// <summary>Takes comments and tags out of HTML, folds blanks, and turns entities into characters, in one pass each.</summary>
internal static class TagStripping
{
    public static string Strip(RenderContext context, string text)
    {
        context.Allocate(text.Length * 4L);
        return WebUtility.HtmlDecode(Fold(WithoutTags(WithoutComments(text))));
    }

    private static string WithoutComments(string text) => Without(text, "<!--", "-->");

    private static string WithoutTags(string text) => Without(text, "<", ">");

    /// <summary>Drops everything from each opening to its closing; an opening without closing stays, and so does all behind it.</summary>
    private static string Without(string text, string open, string close)
    {
        var result = new System.Text.StringBuilder(text.Length);
        var from = 0;
        while (true)
        {
            var start = text.IndexOf(open, from, StringComparison.Ordinal);
            var end = start < 0 ? -1 : text.IndexOf(close, start + open.Length, StringComparison.Ordinal);
            if (end < 0) return result.Append(text, from, text.Length - from).ToString();
            result.Append(text, from, start - from);
            from = end + close.Length;
        }
    }

    private static string Fold(string text)
    {
        var result = new System.Text.StringBuilder(text.Length);
        var pending = false;
        foreach (var c in text)
        {
            if (Jinja.PythonCharacters.IsSpace(c))
            {
                pending = result.Length > 0;
                continue;
            }
            if (pending) result.Append(' ');
            pending = false;
            result.Append(c);
        }
        return result.ToString();
    }
}
