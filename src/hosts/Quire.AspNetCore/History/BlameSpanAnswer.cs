namespace Quire.AspNetCore.History;

/// <summary>Lines in a row that came with one commit.</summary>
/// <param name="Line">The first line, from 1.</param>
/// <param name="Count">How many lines.</param>
/// <param name="Commit">The commit that brought them.</param>
/// <param name="Path">The file's path in that commit.</param>
/// <param name="OriginalLine">The first line in that commit's file, from 1.</param>
internal sealed record BlameSpanAnswer(int Line, int Count, string Commit, string Path, int OriginalLine);
