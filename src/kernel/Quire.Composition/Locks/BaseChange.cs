using Quire.Composition.Plans;
using Quire.Prompts.PromptFiles;

namespace Quire.Composition.Locks;

/// <summary>What a change of a base prompt does to the contributions that are stored beside it.</summary>
public static class BaseChange
{
    /// <summary>The contributions, point by point, that fit the old base and do not fit the new one: the change locks, renames, removes or converts a filled point.</summary>
    /// <param name="oldBase">The base before the change; null where there was none, then every misfit counts.</param>
    /// <param name="newBase">The base after the change; null where it is deleted, then every contribution breaks.</param>
    /// <param name="contributions">The stored contributions that extend it.</param>
    public static IReadOnlyList<PointBreak> Breaks(PromptFile? oldBase, PromptFile? newBase, IEnumerable<PromptFile> contributions)
    {
        ArgumentNullException.ThrowIfNull(contributions);
        return contributions.Where(contribution => contribution.IsContribution).SelectMany(contribution => BreaksOf(oldBase, newBase, contribution)).ToList();
    }

    private static IEnumerable<PointBreak> BreaksOf(PromptFile? oldBase, PromptFile? newBase, PromptFile contribution)
    {
        if (newBase is null)
            return [new(contribution, null, LockChecker.InFile(contribution, contribution.Contribution!.Line, CompositionCodes.OtherBase, $"The base prompt `{contribution.Contribution.Extends}` is gone.", "remove the contribution, or keep the base"))];
        if (LockChecker.CheckRoles(contribution, newBase) is { } refusal)
            return [new(contribution, null, refusal)];
        var (before, after) = (oldBase is null || oldBase.IsContribution ? null : PointTable.Of(oldBase), PointTable.Of(newBase));
        return from part in contribution.Parts
               let reason = LockChecker.CheckPart(contribution, part, newBase, after)
               where reason is not null && (before is null || LockChecker.CheckPart(contribution, part, oldBase!, before) is null)
               select new PointBreak(contribution, part.MergePoint, reason);
    }
}
