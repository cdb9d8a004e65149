namespace Quire.AspNetCore.Prompts;

/// <summary>One page of versions.</summary>
/// <param name="Items">Newest first, without the deleted ones.</param>
/// <param name="Next">What to send as <c>before</c> for the next page; absent at the end.</param>
internal sealed record VersionPage(IReadOnlyList<VersionEntry> Items, long? Next);
