namespace Quire.Core.Changes;

/// <summary>One place of the feed, as one caller sees it.</summary>
/// <param name="Sequence">The number of the change.</param>
/// <param name="Index">The place in the change.</param>
/// <param name="Row">What happened; null where it is not for this caller.</param>
/// <param name="Project">The project's name; null where there is none, or it is not for this caller.</param>
public sealed record FeedItem(long Sequence, int Index, FeedRow? Row, string? Project);
