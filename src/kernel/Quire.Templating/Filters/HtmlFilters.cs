using Quire.Templating.Execution;
using Quire.Templating.Values;

namespace Quire.Templating.Filters;

/// <summary>Filters for HTML.</summary>
internal static class HtmlFilters
{
    public static readonly Definition[] All =
    [
        new("e", [], static (c, in v, in _) => Escape(c, v)) { PositionalOnly = true },
        new("escape", [], static (c, in v, in _) => Escape(c, v)) { PositionalOnly = true },
        new("forceescape", [], static (c, in v, in _) => Value.Markup(Html.Escape(c, PythonText.Str(c, v)))),
        new("safe", [], static (c, in v, in _) => Value.Markup(PythonText.Str(c, v))),
        new("striptags", [], static (c, in v, in _) => Value.String(TagStripping.Strip(c, PythonText.Str(c, v)))),
        new("xmlattr", ["autospace?"], XmlAttributes),
        new("urlize", ["trim_url_limit?", "nofollow?", "target?", "rel?", "extra_schemes?"], UrlFinding.Urlize),
    ];

    private static readonly System.Buffers.SearchValues<char> NotInNames = System.Buffers.SearchValues.Create(" \t\n\r\f\v/>=");

    private static Value Escape(RenderContext context, in Value value) =>
        value.Tag == Tag.Markup ? value : Value.Markup(Html.Escape(context, PythonText.Str(context, value)));

    private static Value XmlAttributes(RenderContext context, in Value value, in Arguments a)
    {
        if (value.Tag != Tag.Map) throw value.IsUndefined ? UndefinedInfo.Fail(value) : Errors.Type($"'{TypeNames.Of(value)}' object has no attribute 'items'");
        var map = value.Entries;
        var mark = context.Output.Length;
        for (var i = 0; i < map.Count; i++)
        {
            context.Step();
            var (key, attribute) = (map.KeyAt(i), map.ValueAt(i));
            if (attribute.Tag == Tag.None || attribute.IsUndefined) continue;
            if (!key.IsText) throw Errors.Type($"expected string or bytes-like object, got '{TypeNames.Of(key)}'");
            if (key.Text.AsSpan().IndexOfAny(NotInNames) >= 0) throw Errors.Value("Invalid character in an attribute name");
            var text = $"{Markups.Escaped(context, key)}=\"{Markups.Escaped(context, attribute)}\"";
            if (context.Output.Length > mark || a.Flag(context, 0, true)) context.Output.Write(' ');
            context.Output.Write(text);
        }
        return Capture.AsValue(context, context.Take(mark));
    }
}
