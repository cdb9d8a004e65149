using Quire.Templating.Diagnostics;
using Quire.Templating.Execution;

namespace Quire.Templating.Mustache;

/// <summary>Source to program.</summary>
internal static class MustacheFrontEnd
{
    public static TemplateProgram? Parse(Template template, string source, DiagnosticBag diagnostics, TemplateDetails details)
    {
        var pieces = new MustacheLexer(source, diagnostics).Read();
        var parser = new MustacheParser(pieces, source, template.Options, diagnostics);
        var body = parser.Parse();
        if (diagnostics.HasErrors) return null;
        details.References = parser.References;
        details.HasDynamicReferences = parser.HasDynamicReferences;
        details.Parameters = parser.Parameters();
        return new MustacheProgram(template, body);
    }
}
