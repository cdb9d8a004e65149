namespace Quire.Versioning.History;

/// <summary>A page of a log.</summary>
/// <param name="Commits">The commits in order.</param>
/// <param name="Next">The cursor of the next page; null at the end.</param>
public sealed record LogPage(IReadOnlyList<CommitNode> Commits, string? Next);
