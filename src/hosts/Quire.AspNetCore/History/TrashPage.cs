namespace Quire.AspNetCore.History;

/// <summary>A page of deleted prompts.</summary>
/// <param name="Items">By path.</param>
/// <param name="Next">What to send as <c>after</c> for the next page; absent at the end.</param>
internal sealed record TrashPage(IReadOnlyList<TrashEntryAnswer> Items, string? Next);
