using Quire.Versioning.Blaming;
using Quire.Versioning.Commits;
using Quire.Versioning.Objects;

namespace Quire.Core.History;

/// <summary>Which commit brought each line of a file.</summary>
/// <param name="Path">The file's path.</param>
/// <param name="Commit">The commit whose file it is.</param>
/// <param name="Spans">Lines in a row that came with one commit, in order.</param>
/// <param name="Commits">Those commits.</param>
/// <param name="Content">The file.</param>
public sealed record BlameReport(string Path, ObjectId Commit, IReadOnlyList<BlameSpan> Spans, IReadOnlyDictionary<ObjectId, Commit> Commits, ReadOnlyMemory<byte> Content);
