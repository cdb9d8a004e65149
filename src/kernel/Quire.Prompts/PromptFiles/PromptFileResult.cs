using System.Diagnostics.CodeAnalysis;
using Quire.Templating.Diagnostics;

namespace Quire.Prompts.PromptFiles;

/// <summary>What reading a prompt file gave.</summary>
/// <param name="File">The prompt; null when a diagnostic is an error.</param>
/// <param name="Diagnostics">Everything found, errors first come from the head, then from the body.</param>
public sealed record PromptFileResult(PromptFile? File, IReadOnlyList<Diagnostic> Diagnostics)
{
    /// <summary>Whether there is a prompt.</summary>
    [MemberNotNullWhen(true, nameof(File))]
    public bool Succeeded => File is not null;
}
