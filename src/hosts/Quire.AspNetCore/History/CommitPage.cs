namespace Quire.AspNetCore.History;

/// <summary>One page of commits.</summary>
/// <param name="Items">Newest first.</param>
/// <param name="Next">What to send as <c>after</c> for the next page; absent at the end.</param>
internal sealed record CommitPage(IReadOnlyList<CommitAnswer> Items, string? Next);
