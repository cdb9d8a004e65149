using Quire.Templating.Binding;
using Quire.Templating.Diagnostics;
using Quire.Templating.Execution;
using Quire.Templating.Nodes;

namespace Quire.Templating.Jinja;

/// <summary>Source to program: tokens, tree, bound tree.</summary>
internal static class JinjaFrontEnd
{
    public static TemplateProgram? Parse(Template template, string source, DiagnosticBag diagnostics, TemplateDetails details)
    {
        var parser = new StatementParser(Lexer.Read(source, template.Options), template.Options, diagnostics);
        Statement[] body;
        try
        {
            body = parser.Parse();
        }
        catch (ParseAbortedException)
        {
            return null;
        }
        if (diagnostics.HasErrors) return null;
        details.MergePoints = parser.MergePoints;
        JinjaInspector.Inspect(body, source, template.Options, details);
        var binder = new Binder(diagnostics, template.Options);
        binder.BindRoot(body);
        return diagnostics.HasErrors ? null : new JinjaProgram(template, body, binder.Root, binder.SelfSlot?.Index ?? -1, binder.Blocks);
    }
}
