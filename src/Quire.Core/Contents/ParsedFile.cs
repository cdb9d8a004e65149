using Quire.Prompts.Files;
using Quire.Prompts.PromptFiles;
using Quire.Templating.Diagnostics;

namespace Quire.Core.Contents;

/// <summary>What a file of a tree is, read once per content.</summary>
/// <param name="Role">Its role.</param>
/// <param name="File">The prompt; null where it is none or does not parse.</param>
/// <param name="Diagnostics">What is wrong with it.</param>
/// <param name="Facts">What it declares, for lists.</param>
public sealed record ParsedFile(FileRole Role, PromptFile? File, IReadOnlyList<Diagnostic> Diagnostics, PromptFacts Facts)
{
    /// <summary>Whether it is a prompt file that does not parse.</summary>
    public bool IsInvalid => Role.PromptName is not null && File is null;
}
