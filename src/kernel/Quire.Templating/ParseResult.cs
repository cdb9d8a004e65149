using Quire.Templating.Diagnostics;

namespace Quire.Templating;

/// <summary>What reading a source gave: a template, or at least one error; warnings may stand beside a template.</summary>
public sealed class ParseResult
{
    internal ParseResult(Template? template, IReadOnlyList<Diagnostic> diagnostics)
    {
        Template = template;
        Diagnostics = diagnostics;
    }

    /// <summary>The template; null when a diagnostic is an error.</summary>
    public Template? Template { get; }

    /// <summary>Everything found, in order of the source.</summary>
    public IReadOnlyList<Diagnostic> Diagnostics { get; }

    /// <summary>Whether there is a template.</summary>
    public bool Succeeded => Template is not null;
}
