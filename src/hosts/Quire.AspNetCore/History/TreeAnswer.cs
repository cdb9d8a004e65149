namespace Quire.AspNetCore.History;

/// <summary>The files of a tree.</summary>
/// <param name="Items">By path.</param>
internal sealed record TreeAnswer(IReadOnlyList<TreeEntryAnswer> Items);
