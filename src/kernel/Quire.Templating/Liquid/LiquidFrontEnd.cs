using Quire.Templating.Diagnostics;
using Quire.Templating.Execution;
using Quire.Templating.Jinja;

namespace Quire.Templating.Liquid;

/// <summary>Source to program.</summary>
internal static class LiquidFrontEnd
{
    public static TemplateProgram? Parse(Template template, string source, DiagnosticBag diagnostics, TemplateDetails details)
    {
        var tokens = new LiquidLexer(source, diagnostics).Read();
        if (diagnostics.HasErrors) return null;
        var scope = new LiquidScope(template.Options);
        var found = new LiquidFound();
        IReadOnlyList<LiquidNode> body;
        try
        {
            body = new LiquidParser(tokens, scope, diagnostics, found).Parse();
        }
        catch (ParseException e)
        {
            diagnostics.Error(e.Code, e.Message, e.Line, e.Position, 0, e.Hint);
            return null;
        }
        if (diagnostics.HasErrors) return null;
        details.MergePoints = found.MergePoints;
        details.References = found.References;
        details.HasDynamicReferences = found.HasDynamicReferences;
        details.Parameters = scope.Parameters(source);
        return new LiquidProgram(template, body);
    }
}
