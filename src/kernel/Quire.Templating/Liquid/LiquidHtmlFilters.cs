using System.Text;
using Quire.Templating.Execution;
using Quire.Templating.Values;

namespace Quire.Templating.Liquid;

/// <summary>Filters for HTML, addresses and base64.</summary>
internal static class LiquidHtmlFilters
{
    public static readonly LiquidFilter[] All =
    [
        Make("escape", static t => Escape(t, once: false)),
        Make("h", static t => Escape(t, once: false)),
        Make("escape_once", static t => Escape(t, once: true)),
        Make("strip_html", StripHtml),
        Make("url_encode", UrlEncode),
        Make("url_decode", static t => Uri.UnescapeDataString(t.Replace('+', ' '))),
        Make("base64_encode", static t => Convert.ToBase64String(Encoding.UTF8.GetBytes(t))),
        Make("base64_url_safe_encode", static t => Convert.ToBase64String(Encoding.UTF8.GetBytes(t)).Replace('+', '-').Replace('/', '_')),
        new("base64_decode", 0, 0, static (r, in v, in _) => Decode(r, v)),
        new("base64_url_safe_decode", 0, 0, static (r, in v, in _) => Decode(r, v)),
    ];

    private static LiquidFilter Make(string name, Func<string, string> change) => new(name, 0, 0, (r, in v, in _) =>
    {
        var text = LiquidLogic.Text(r, v);
        r.Context.Allocate(text.Length * 6L);
        return Value.String(change(text));
    });

    private static string Escape(string text, bool once)
    {
        var result = new StringBuilder(text.Length + 16);
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            if (c == '&' && once && IsEntity(text, i)) result.Append('&');
            else result.Append(c switch { '&' => "&amp;", '<' => "&lt;", '>' => "&gt;", '"' => "&quot;", '\'' => "&#39;", _ => null }).Append(c is '&' or '<' or '>' or '"' or '\'' ? "" : c.ToString());
        }
        return result.ToString();
    }

    private static bool IsEntity(string text, int at)
    {
        var i = at + 1;
        if (i < text.Length && text[i] == '#') i++;
        var start = i;
        while (i < text.Length && char.IsAsciiLetterOrDigit(text[i]) && i - start < 32) i++;
        return i > start && i < text.Length && text[i] == ';';
    }

    /// <summary>Scripts, styles and comments go with what is in them, tags alone. One pass: an opening that nobody closes is looked for once.</summary>
    private static string StripHtml(string text)
    {
        foreach (var (open, close) in new[] { ("<script", "</script>"), ("<!--", "-->"), ("<style", "</style>"), ("<", ">") }) text = Without(text, open, close);
        return text;
    }

    private static string Without(string text, string open, string close)
    {
        var result = new StringBuilder(text.Length);
        var from = 0;
        while (true)
        {
            var start = text.IndexOf(open, from, StringComparison.OrdinalIgnoreCase);
            var end = start < 0 ? -1 : text.IndexOf(close, start + open.Length, StringComparison.OrdinalIgnoreCase);
            if (end < 0) return result.Append(text, from, text.Length - from).ToString();
            result.Append(text, from, start - from);
            from = end + close.Length;
        }
    }

    private static string UrlEncode(string text)
    {
        var result = new StringBuilder(text.Length);
        foreach (var b in Encoding.UTF8.GetBytes(text))
        {
            var c = (char)b;
            if (char.IsAsciiLetterOrDigit(c) || c is '*' or '-' or '.' or '_') result.Append(c);
            else if (c == ' ') result.Append('+');
            else result.Append('%').Append(b.ToString("X2", System.Globalization.CultureInfo.InvariantCulture));
        }
        return result.ToString();
    }

    private static Value Decode(LiquidRun run, in Value value)
    {
        var text = LiquidLogic.Text(run, value).Replace('-', '+').Replace('_', '/');
        run.Context.Allocate(text.Length * 2L);
        var bytes = new byte[text.Length];
        text += new string('=', (4 - text.Length % 4) % 4);
        return Convert.TryFromBase64String(text, bytes, out var count)
            ? Value.String(Encoding.UTF8.GetString(bytes, 0, count))
            : throw Errors.Value("the text is not base64");
    }
}
