using Quire.Templating.Execution;
using Quire.Templating.Values;

namespace Quire.Templating.Filters;

/// <summary><c>tojson</c>: Jinja's sorts keys and escapes for HTML; that of chat templates does neither.</summary>
internal static class JsonFilters
{
    public static readonly Definition[] All = [new("tojson", ["indent?"], ToJson) { Emit = Write }];

    public static readonly Definition ChatToJson = new("tojson", ["ensure_ascii?", "indent?", "separators?", "sort_keys?"], ToChatJson);

    private static Value ToJson(RenderContext context, in Value value, in Arguments a)
    {
        var mark = context.Output.Length;
        Write(context, value, a);
        return Value.Markup(context.Take(mark));
    }

    private static void Write(RenderContext context, in Value value, in Arguments a) =>
        new JsonText(context) { Indent = Escaped(Indent(context, a.Or(0, Value.None))), SortsKeys = true, EscapesNonAscii = true, EscapesHtml = true }.Write(value, 0);

    private static Value ToChatJson(RenderContext context, in Value value, in Arguments a)
    {
        var mark = context.Output.Length;
        var indent = Indent(context, a.Or(1, Value.None));
        var (item, key) = (indent is null ? ", " : ",", ": ");
        if (a.Has(2) && a[2].Tag != Tag.None)
        {
            var parts = Iteration.ToArray(context, a[2]);
            if (parts.Length != 2) throw Errors.Value("separators must be a pair of texts");
            (item, key) = (Converting.Text(parts[0], "item separator"), Converting.Text(parts[1], "key separator"));
        }
        new JsonText(context) { Indent = indent, ItemSeparator = item, KeySeparator = key, EscapesNonAscii = a.Flag(context, 0, false), SortsKeys = a.Flag(context, 3, false) }.Write(value, 0);
        return Value.String(context.Take(mark));
    }

    /// <summary>Jinja escapes the finished text, and so also what it is indented by.</summary>
    private static string? Escaped(string? indent) => indent?.Replace("<", "\\u003c", StringComparison.Ordinal).Replace(">", "\\u003e", StringComparison.Ordinal)
        .Replace("&", "\\u0026", StringComparison.Ordinal).Replace("'", "\\u0027", StringComparison.Ordinal);

    private static string? Indent(RenderContext context, in Value indent)
    {
        if (indent.Tag == Tag.None) return null;
        if (indent.IsText) return indent.Text;
        var count = Converting.Length(indent);
        context.AllocateText(count);
        return count <= 0 ? "" : new string(' ', count);
    }
}
