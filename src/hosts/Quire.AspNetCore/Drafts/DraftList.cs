namespace Quire.AspNetCore.Drafts;

/// <summary>The drafts of whoever asks.</summary>
/// <param name="Items">By branch and path.</param>
internal sealed record DraftList(IReadOnlyList<DraftEntryAnswer> Items);
