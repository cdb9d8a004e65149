using Quire.Templating.Nodes;
using Quire.Templating.Values;

namespace Quire.Templating.Execution;

/// <summary>Runs statements and keeps what they print instead of printing it.</summary>
internal static class Capture
{
    public static string Text(RenderContext context, Statement[] body, out Flow flow)
    {
        var mark = context.Output.Length;
        var provenance = context.Provenance;
        context.Provenance = null;
        flow = Statement.RunAll(body, context);
        context.Provenance = provenance;
        return context.Take(mark);
    }

    /// <summary>Prints what a call or filter block gave. Jinja joins it unprinted, so only text will do.</summary>
    public static void WriteText(RenderContext context, in Value value)
    {
        if (!value.IsText) throw Errors.Type($"expected str instance, {TypeNames.Of(value)} found", "end the chain with a filter that gives text, for example `string`");
        context.WriteText(value.Text);
    }

    public static Value AsValue(RenderContext context, string text) => context.AutoEscape ? Value.Markup(text) : Value.String(text);
}
