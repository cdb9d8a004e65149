using Quire.Prompts.PromptFiles;
using Quire.Templating.Diagnostics;

namespace Quire.Composition.Locks;

/// <summary>What is wrong with a contribution where it stands: its base, the layers below it, another file in its place.</summary>
public static class PairChecker
{
    /// <summary>Everything that does not fit.</summary>
    /// <param name="contribution">The contribution.</param>
    /// <param name="basePrompt">The prompt that it extends; null where there is none.</param>
    /// <param name="others">The other contributions to the same base.</param>
    public static IReadOnlyList<Diagnostic> Check(PromptFile contribution, PromptFile? basePrompt, IReadOnlyList<PromptFile> others)
    {
        ArgumentNullException.ThrowIfNull(contribution);
        return basePrompt is null ? [NoBase(contribution)] : [.. LockChecker.Check(contribution, basePrompt, others), .. Twins(contribution, others)];
    }

    /// <summary>The findings about files of equal base, layer and scope.</summary>
    /// <param name="contribution">The contribution.</param>
    /// <param name="others">The other contributions to the same base.</param>
    public static IEnumerable<Diagnostic> Twins(PromptFile contribution, IEnumerable<PromptFile> others)
    {
        ArgumentNullException.ThrowIfNull(contribution);
        return from other in others
               where other.Contribution is { } theirs && theirs.Layer == contribution.Contribution!.Layer && theirs.Scope == contribution.Contribution.Scope
               select Twin(contribution, other);
    }

    private static Diagnostic Twin(PromptFile contribution, PromptFile other)
    {
        var header = contribution.Contribution!;
        var scope = header.Scope is null ? "no scope" : $"scope `{header.Scope}`";
        return LockChecker.InFile(contribution, header.Line, CompositionCodes.Duplicate,
            $"`{contribution.Name}` and `{other.Name}` both extend `{header.Extends}` as layer `{LockChecker.Name(header.Layer)}` with {scope}.",
            $"merge them into one file; the other is {other.FilePath}");
    }

    private static Diagnostic NoBase(PromptFile contribution)
    {
        var header = contribution.Contribution!;
        return LockChecker.InFile(contribution, header.Line, CompositionCodes.OtherBase, $"The prompt `{header.Extends}`, which `{contribution.Name}` extends, does not exist.",
            "create it first, or correct `extends`");
    }
}
