using Quire.Versioning.Commits;
using Quire.Versioning.Trees;

namespace Quire.Core.History;

/// <summary>One commit and what it changed against its first parent.</summary>
/// <param name="Commit">The commit.</param>
/// <param name="Files">The changed files.</param>
public sealed record CommitDetails(Commit Commit, IReadOnlyList<TreeChange> Files);
