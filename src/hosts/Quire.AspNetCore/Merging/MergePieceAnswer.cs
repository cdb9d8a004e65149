namespace Quire.AspNetCore.Merging;

/// <summary>A piece of a merged file; in order, the pieces cover both sides completely.</summary>
/// <param name="Kind"><c>same</c>, <c>ours</c>, <c>theirs</c> or <c>conflict</c>.</param>
/// <param name="Base">The text that both started from.</param>
/// <param name="Ours">The text on our side.</param>
/// <param name="Theirs">The text on their side.</param>
/// <param name="OursLine">The first line on our side, from 1.</param>
/// <param name="TheirsLine">The first line on their side, from 1.</param>
internal sealed record MergePieceAnswer(string Kind, string Base, string Ours, string Theirs, int OursLine, int TheirsLine);
