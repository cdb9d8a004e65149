using Quire.Versioning.Objects;

namespace Quire.Versioning.Blaming;

/// <summary>Lines in a row that came with one commit.</summary>
/// <param name="Line">The first line in the file that was asked for, counted from 0.</param>
/// <param name="Count">How many lines.</param>
/// <param name="Commit">The commit that brought them.</param>
/// <param name="Path">The file's path in that commit.</param>
/// <param name="OriginalLine">The first line in that commit's file, counted from 0.</param>
public sealed record BlameSpan(int Line, int Count, ObjectId Commit, string Path, int OriginalLine);
