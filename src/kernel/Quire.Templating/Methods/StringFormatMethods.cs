using Quire.Templating.Execution;
using Quire.Templating.Formatting;
using Quire.Templating.Values;

namespace Quire.Templating.Methods;

/// <summary><c>format</c>, <c>format_map</c>, <c>encode</c>.</summary>
internal static class StringFormatMethods
{
    public static readonly Definition[] All =
    [
        new("format", static (c, in v, in a) => BraceFormat.Format(c, v, a)),
        new("format_map", static (c, in v, in a) => FormatMap(c, v, a)),
        new("encode", ["encoding?", "errors?"], static (c, in v, in _) => Value.Of(new BytesObject(System.Text.Encoding.UTF8.GetBytes(v.Text)))),
    ];

    private static Value FormatMap(RenderContext context, in Value self, in Arguments arguments)
    {
        if (arguments.Names.Length > 0) throw Errors.Type("format_map() takes no keyword arguments");
        if (arguments.Count != 1) throw Errors.Type($"format_map() takes exactly one argument ({arguments.Count} given)");
        return BraceFormat.FormatMap(context, self, arguments[0]);
    }
}
