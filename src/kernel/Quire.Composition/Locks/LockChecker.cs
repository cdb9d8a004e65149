using Quire.Composition.Layers;
using Quire.Composition.Plans;
using Quire.Prompts;
using Quire.Prompts.PromptFiles;
using Quire.Prompts.Text;
using Quire.Templating.Diagnostics;

namespace Quire.Composition.Locks;

/// <summary>
/// Whether a contribution fits its base prompt and the layers below it. The write door asks for stored pairs, composing for
/// what takes part; both by these rules.
/// </summary>
public static class LockChecker
{
    /// <summary>What is wrong with a contribution beside its base, and beside each lower contribution of compatible scope that locks the same point.</summary>
    /// <param name="contribution">The contribution.</param>
    /// <param name="basePrompt">The prompt it extends.</param>
    /// <param name="lowerContributions">Other contributions to the same base; those that are not strictly lower are skipped.</param>
    public static IReadOnlyList<Diagnostic> Check(PromptFile contribution, PromptFile basePrompt, IEnumerable<PromptFile> lowerContributions)
    {
        ArgumentNullException.ThrowIfNull(contribution);
        ArgumentNullException.ThrowIfNull(basePrompt);
        ArgumentNullException.ThrowIfNull(lowerContributions);
        if (CheckRoles(contribution, basePrompt) is { } refusal)
            return [refusal];
        var points = PointTable.Of(basePrompt);
        var findings = contribution.Parts.Select(part => CheckPart(contribution, part, basePrompt, points)).OfType<Diagnostic>().ToList();
        foreach (var lower in lowerContributions.Where(lower => AreCompatible(lower, contribution)))
            findings.AddRange(CheckAgainst(contribution, lower));
        return findings;
    }

    /// <summary>The parts of a contribution that a strictly lower one locks, whatever the scopes.</summary>
    internal static IEnumerable<Diagnostic> CheckAgainst(PromptFile contribution, PromptFile lower)
    {
        if (lower.Contribution is not { } below || contribution.Contribution is not { } above || below.Layer >= above.Layer)
            return [];
        var locks = lower.Parts.Where(part => part.Locked).DistinctBy(part => part.MergePoint).ToDictionary(part => part.MergePoint, StringComparer.Ordinal);
        return locks.Count == 0
            ? []
            : contribution.Parts.Where(part => locks.ContainsKey(part.MergePoint)).Select(part => Locked(contribution, part, lower, locks[part.MergePoint]));
    }

    /// <summary>Why a prompt cannot be a base; null where it can.</summary>
    internal static Diagnostic? CheckBase(PromptFile basePrompt) => basePrompt.Contribution is { } header
        ? InFile(basePrompt, header.Line, CompositionCodes.Role, $"`{basePrompt.Name}` is a contribution, not a base prompt.", $"compose `{header.Extends}`, which it extends")
        : null;

    internal static Diagnostic Locked(PromptFile contribution, ContributionPart part, PromptFile lower, ContributionPart locking) => At(
        contribution,
        part,
        CompositionCodes.LockedByLayer,
        $"The {Name(contribution.Contribution!.Layer)} layer contributes to the merge point `{part.MergePoint}`, which the {Name(lower.Contribution!.Layer)} layer locks.",
        $"remove the block; the lock stands in {lower.FilePath}, line {locking.Line}");

    internal static Diagnostic? CheckRoles(PromptFile contribution, PromptFile basePrompt)
    {
        if (CheckBase(basePrompt) is { } noBase)
            return noBase;
        return contribution.IsContribution
            ? null
            : InFile(contribution, 1, CompositionCodes.Role, $"`{contribution.Name}` is a base prompt, not a contribution.", "a contribution says `extends` and `layer` in its head");
    }

    internal static Diagnostic? CheckPart(PromptFile contribution, ContributionPart part, PromptFile basePrompt, PointTable points)
    {
        var layer = Name(contribution.Contribution!.Layer);
        if (points.Find(part.MergePoint) is not { } point)
        {
            var known = points.All.Where(candidate => !candidate.Locked && !candidate.User).Select(candidate => candidate.Name).ToList();
            var hint = DidYouMean.Hint(part.MergePoint, known) ?? (known.Count == 0 ? "the base prompt has no open merge point" : $"open are {string.Join(", ", known.Take(10).Select(name => $"`{name}`"))}");
            return At(contribution, part, CompositionCodes.UnknownPoint, $"The {layer} layer contributes to the merge point `{part.MergePoint}`, which the base prompt `{basePrompt.Name}` does not have.", hint);
        }

        if (point.Locked)
            return At(contribution, part, CompositionCodes.LockedByBase, $"The {layer} layer contributes to the merge point `{point.Name}`, which the base prompt `{basePrompt.Name}` locks.", $"remove the block; the lock stands in {basePrompt.FilePath}, line {point.Line}");
        if (point.User)
            return At(contribution, part, CompositionCodes.UserPoint, $"The {layer} layer contributes to the merge point `{point.Name}`, which takes user text only.", "choose another merge point");
        return CheckKind(contribution, part, point, layer);
    }

    private static Diagnostic? CheckKind(PromptFile contribution, ContributionPart part, DeclaredPoint point, string layer)
    {
        if (point.TakesMessages == part.Messages is not null)
            return null;
        return point.TakesMessages
            ? At(contribution, part, CompositionCodes.WrongKind, $"The {layer} layer gives a text to the merge point `{point.Name}`, which takes whole messages.", "give `messages` in a `.prompt.yml` file")
            : At(contribution, part, CompositionCodes.WrongKind, $"The {layer} layer gives messages to the merge point `{point.Name}`, which stands inside a text.", "give `content`");
    }

    private static bool AreCompatible(PromptFile lower, PromptFile contribution) =>
        lower.Contribution is { } below && Scopes.AreCompatible(below.Scope, contribution.Contribution!.Scope);

    internal static string Name(LayerKind layer) => layer.ToString().ToLowerInvariant();

    private static Diagnostic At(PromptFile file, ContributionPart part, string code, string message, string hint) =>
        InFile(file, part.Line, code, message, hint) with { Column = part.Column };

    internal static Diagnostic InFile(PromptFile file, int line, string code, string message, string? hint) => new()
    {
        Code = code,
        Severity = Severity.Error,
        Message = message,
        Hint = hint,
        File = file.FilePath,
        Line = line,
        Column = 1,
    };
}
