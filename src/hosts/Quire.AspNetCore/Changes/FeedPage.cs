namespace Quire.AspNetCore.Changes;

/// <summary>One page of the feed.</summary>
/// <param name="Items">The rows, in order.</param>
/// <param name="Next">What to send as <c>after</c> to go on.</param>
/// <param name="Sequence">The number of the organisation's last change.</param>
internal sealed record FeedPage(IReadOnlyList<FeedEntry> Items, string Next, long Sequence);
