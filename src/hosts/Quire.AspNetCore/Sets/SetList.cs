namespace Quire.AspNetCore.Sets;

/// <summary>The prompt sets of a project.</summary>
/// <param name="Items">By folder.</param>
internal sealed record SetList(IReadOnlyList<SetEntry> Items);
