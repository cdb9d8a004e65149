using Quire.Core.Changes;

namespace Quire.Core.Webhooks;

/// <summary>What a look at the feed brought for a webhook.</summary>
/// <param name="Events">The rows that it is to be told of.</param>
/// <param name="Sequence">How far the look went: the number of the change,</param>
/// <param name="Index">and the row of it.</param>
/// <param name="IsMore">Whether there is more to look at.</param>
internal sealed record FeedIntake(IReadOnlyList<FeedRow> Events, long Sequence, int Index, bool IsMore)
{
    /// <summary>A look that brought nothing.</summary>
    public static readonly FeedIntake Nothing = new([], 0, 0, false);
}
