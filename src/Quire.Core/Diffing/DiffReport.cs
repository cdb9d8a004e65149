using Quire.Versioning.Objects;

namespace Quire.Core.Diffing;

/// <summary>What differs between two commits, or two versions of a prompt.</summary>
/// <param name="From">The commit before.</param>
/// <param name="To">The commit after.</param>
/// <param name="Files">The files that differ, by path.</param>
/// <param name="Unified">All of it as text that <c>git apply</c> takes.</param>
/// <param name="Truncated">Whether there are more files than are shown.</param>
public sealed record DiffReport(ObjectId From, ObjectId To, IReadOnlyList<FileDifference> Files, ReadOnlyMemory<byte> Unified, bool Truncated);
