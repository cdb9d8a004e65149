using Quire.Templating.Diagnostics;
using Quire.Templating.Execution;
using Quire.Templating.Jinja;

namespace Quire.Templating;

/// <summary>Chooses the front-end of a dialect.</summary>
internal static class FrontEnds
{
    public static TemplateProgram? Parse(Template template, string source, DiagnosticBag diagnostics, TemplateDetails details)
    {
        switch (template.Options.Dialect)
        {
            case Dialect.Jinja: return JinjaFrontEnd.Parse(template, source, diagnostics, details);
            case Dialect.Mustache: return Mustache.MustacheFrontEnd.Parse(template, source, diagnostics, details);
            case Dialect.Liquid: return Liquid.LiquidFrontEnd.Parse(template, source, diagnostics, details);
            case Dialect.Variables: return Variables.VariablesFrontEnd.Parse(source, template.Options, details);
            case Dialect.Text: return new TextProgram(source);
            default:
                diagnostics.Error(Codes.Syntax, $"the dialect {template.Options.Dialect} cannot be read yet", 1, 0, 0);
                return null;
        }
    }
}
