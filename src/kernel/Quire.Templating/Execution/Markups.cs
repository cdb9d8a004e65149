using Quire.Templating.Values;

namespace Quire.Templating.Execution;

/// <summary>Texts marked as safe HTML, and what happens to others that meet them.</summary>
internal static class Markups
{
    /// <summary>The text of a value as HTML: markup as it is, anything else printed and escaped.</summary>
    public static string Escaped(RenderContext context, in Value value) =>
        value.Tag == Tag.Markup ? value.Text : Html.Escape(context, PythonText.Str(context, value));

    /// <summary>A text of the same kind as another.</summary>
    public static Value Like(in Value pattern, string text) => pattern.Tag == Tag.Markup ? Value.Markup(text) : Value.String(text);

    /// <summary>Python's <c>soft_str</c>: texts stay what they are, anything else is printed.</summary>
    public static Value Soft(RenderContext context, in Value value) =>
        value.IsText ? value : Value.String(PythonText.Str(context, value));
}
