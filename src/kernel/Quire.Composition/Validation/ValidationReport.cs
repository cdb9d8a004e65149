using Quire.Composition.Locks;
using Quire.Prompts.PromptFiles;
using Quire.Templating.Diagnostics;

namespace Quire.Composition.Validation;

/// <summary>What checking a file gave.</summary>
/// <param name="File">The prompt; null where it does not parse.</param>
/// <param name="Diagnostics">Everything found: syntax, variables, layers, content, secrets, personal data, injection.</param>
/// <param name="Breaks">The stored contributions that the change breaks; each also stands in the diagnostics as a warning.</param>
public sealed record ValidationReport(PromptFile? File, IReadOnlyList<Diagnostic> Diagnostics, IReadOnlyList<PointBreak> Breaks)
{
    /// <summary>Whether nothing blocks.</summary>
    public bool Succeeded => File is not null && Diagnostics.All(diagnostic => diagnostic.Severity != Severity.Error);
}
