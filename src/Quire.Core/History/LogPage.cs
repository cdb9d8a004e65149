using Quire.Versioning.Commits;

namespace Quire.Core.History;

/// <summary>A page of a log.</summary>
/// <param name="Commits">Newest first.</param>
/// <param name="Next">What to go on with; null at the end.</param>
public sealed record LogPage(IReadOnlyList<Commit> Commits, string? Next);
