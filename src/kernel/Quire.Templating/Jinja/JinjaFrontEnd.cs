using Quire.Templating.Binding;
using Quire.Templating.Diagnostics;
using Quire.Templating.Execution;
using Quire.Templating.Nodes;
using Quire.Templating.Parameters;

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
        JinjaInspector.Inspect(body, details);
        var usages = new UsageFinder();
        foreach (var statement in body) usages.Visit(statement);
        var binder = new Binder(diagnostics, template.Options, new ParameterCollector(usages));
        binder.BindRoot(body);
        details.Parameters = binder.Parameters.Finish(source, template.Options, template.Globals.Keys);
        return diagnostics.HasErrors ? null : new JinjaProgram(template, body, binder.Root, binder.SelfSlot?.Index ?? -1, binder.Blocks);
    }
}
