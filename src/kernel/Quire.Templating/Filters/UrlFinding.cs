using Quire.Templating.Execution;
using Quire.Templating.Jinja;
using Quire.Templating.Values;

namespace Quire.Templating.Filters;

/// <summary>Finds addresses in text for <c>urlize</c>, word by word, with matchers that never look at a character twice.</summary>
internal static class UrlFinding
{
    private static readonly string[] Closers = [")", ">", ".", ",", "\n", "&gt;"];

    private static readonly (string Open, string Close)[] Pairs = [("(", ")"), ("<", ">"), ("&lt;", "&gt;")];

    public static Value Urlize(RenderContext context, in Value value, in Arguments a)
    {
        var schemes = Schemes(context, a.Or(4, Value.None));
        var limit = a.Or(0, Value.None) is { Tag: not Tag.None } most ? Converting.Index(most) : (long?)null;
        var attributes = Rel(context, a) + Target(context, a.Or(2, Value.None));
        var text = Markups.Escaped(context, value);
        context.Allocate(text.Length * 4L);
        var mark = context.Output.Length;
        for (var i = 0; i < text.Length;)
        {
            var start = i;
            var blank = PythonCharacters.IsSpace(text[i]);
            while (i < text.Length && PythonCharacters.IsSpace(text[i]) == blank) i++;
            context.Spend(1 + ((i - start) >> 4));
            if (blank) context.Output.Write(text.AsSpan(start, i - start));
            else Word(context, text[start..i], limit, attributes, schemes);
        }
        return Capture.AsValue(context, context.Take(mark));
    }

    private static string[] Schemes(RenderContext context, in Value value)
    {
        if (value.Tag == Tag.None) return [];
        var schemes = Array.ConvertAll(Iteration.ToArray(context, value), v => Converting.Text(v, "scheme"));
        foreach (var scheme in schemes)
        {
            var name = scheme.TrimEnd('/');
            var slashes = scheme.Length - name.Length;
            var isValid = slashes <= 2 && name.EndsWith(':') && name.Length >= 3 && name[..^1].All(c => PythonCharacters.IsWord(c) || c is '.' or '+' or '-');
            if (!isValid) throw Errors.Runtime("an extra scheme is not a valid URI scheme prefix");
        }
        return schemes;
    }

    private static string Rel(RenderContext context, in Arguments a)
    {
        var rel = a.Or(3, Value.None);
        var parts = new SortedSet<string>(StringComparer.Ordinal) { "noopener" };
        if (rel.Tag != Tag.None)
            foreach (var part in Converting.Text(rel, "rel").Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)) parts.Add(part);
        if (a.Flag(context, 1, false)) parts.Add("nofollow");
        return $" rel=\"{Html.Escape(context, string.Join(' ', parts))}\"";
    }

    private static string Target(RenderContext context, in Value target) =>
        target.Tag == Tag.None || !Truth.IsTrue(target) ? "" : $" target=\"{Markups.Escaped(context, target)}\"";

    private static void Word(RenderContext context, string word, long? limit, string attributes, string[] schemes)
    {
        var head = HeadLength(word);
        var middle = word[head..];
        var tail = "";
        if (Array.Exists(Closers, c => middle.EndsWith(c, StringComparison.Ordinal)))
        {
            var end = TailStart(middle);
            (middle, tail) = (middle[..end], middle[end..]);
        }
        foreach (var (open, close) in Pairs) (middle, tail) = Balance(middle, tail, open, close);
        context.Output.Write(word.AsSpan(0, head));
        context.Output.Write(Link(middle, limit, attributes, schemes));
        context.Output.Write(tail);
    }

    private static int HeadLength(string word)
    {
        var i = 0;
        while (i < word.Length)
        {
            if (word[i] is '(' or '<') i++;
            else if (string.CompareOrdinal(word, i, "&lt;", 0, 4) == 0) i += 4;
            else break;
        }
        return i;
    }

    private static int TailStart(string text)
    {
        var end = text.Length;
        while (end > 0)
        {
            if (text[end - 1] is ')' or '>' or '.' or ',' or '\n') end--;
            else if (text.AsSpan(0, end).EndsWith("&gt;")) end -= 4;
            else break;
        }
        return end;
    }

    /// <summary>Gives closing brackets back to an address that opened them.</summary>
    private static (string Middle, string Tail) Balance(string middle, string tail, string open, string close)
    {
        var opened = middle.AsSpan().Count(open);
        if (opened <= middle.AsSpan().Count(close)) return (middle, tail);
        for (var n = Math.Min(opened, tail.AsSpan().Count(close)); n > 0; n--)
        {
            var end = tail.IndexOf(close, StringComparison.Ordinal) + close.Length;
            middle += tail[..end];
            tail = tail[end..];
        }
        return (middle, tail);
    }

    private static string Link(string text, long? limit, string attributes, string[] schemes)
    {
        if (UrlShape.IsWeb(text))
        {
            var shown = limit is { } most && CodePoints.Count(text) > most ? CodePoints.Prefix(text, (int)Math.Max(0, most)) + "..." : text;
            var isWhole = text.StartsWith("https://", StringComparison.Ordinal) || text.StartsWith("http://", StringComparison.Ordinal);
            return $"<a href=\"{(isWhole ? "" : "https://")}{text}\"{attributes}>{shown}</a>";
        }
        if (text.StartsWith("mailto:", StringComparison.Ordinal) && UrlShape.IsMail(text.AsSpan(7))) return $"<a href=\"{text}\">{text[7..]}</a>";
        if (text.Contains('@') && !text.StartsWith("www.", StringComparison.Ordinal) && !text.Contains(':') && UrlShape.IsMail(text)) return $"<a href=\"mailto:{text}\">{text}</a>";
        foreach (var scheme in schemes)
            if (text != scheme && text.StartsWith(scheme, StringComparison.Ordinal)) text = $"<a href=\"{text}\"{attributes}>{text}</a>";
        return text;
    }
}
