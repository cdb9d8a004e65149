using Quire.Composition;
using Quire.Composition.Locks;
using Quire.Prompts.PromptFiles;
using Quire.Templating.Diagnostics;

namespace Quire.Core.Changes.Planning;

/// <summary>A base prompt and the contributions that stand beside it, at one moment.</summary>
/// <param name="Base">The base; null where there is none.</param>
/// <param name="Contributions">The contributions, each with the name under which a break of it is accepted.</param>
internal sealed record StoredPair(PromptFile? Base, IReadOnlyList<KeyValuePair<string, PromptFile>> Contributions)
{
    /// <summary>Nothing at all.</summary>
    public static StoredPair None { get; } = new(null, []);

    /// <summary>What does not fit: the contribution's name and why.</summary>
    public IReadOnlyList<KeyValuePair<string, Diagnostic>> Misfits()
    {
        var files = Contributions.Select(contribution => contribution.Value).ToList();
        return [.. Contributions.SelectMany(contribution => Misfits(contribution.Value, files).Select(finding => KeyValuePair.Create(contribution.Key, finding)))];
    }

    private IEnumerable<Diagnostic> Misfits(PromptFile contribution, IReadOnlyList<PromptFile> all) => Base is null
        ? [NoBase(contribution)]
        : LockChecker.Check(contribution, Base, all.Where(other => !ReferenceEquals(other, contribution)))
            .Concat(Twins(contribution, all));

    private static IEnumerable<Diagnostic> Twins(PromptFile contribution, IReadOnlyList<PromptFile> all) =>
        from other in all
        where !ReferenceEquals(other, contribution)
            && other.Contribution!.Layer == contribution.Contribution!.Layer
            && other.Contribution.Scope == contribution.Contribution.Scope
            && string.CompareOrdinal(other.FilePath, contribution.FilePath) < 0
        select Finding(contribution, CompositionCodes.Duplicate,
            $"`{contribution.FilePath}` and `{other.FilePath}` both extend `{contribution.Contribution!.Extends}` as the same layer for the same scope.",
            "put both into one file, or give them different scopes");

    private static Diagnostic NoBase(PromptFile contribution) => Finding(contribution, CompositionCodes.OtherBase,
        $"`{contribution.FilePath}` extends `{contribution.Contribution!.Extends}`, which is not there.", "check the path, or commit the base prompt with it");

    private static Diagnostic Finding(PromptFile contribution, string code, string message, string hint) => new()
    {
        Code = code,
        Severity = Severity.Error,
        Message = message,
        Hint = hint,
        File = contribution.FilePath,
        Line = contribution.Contribution!.Line,
        Column = 1,
    };
}
