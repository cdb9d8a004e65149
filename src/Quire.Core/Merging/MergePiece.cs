namespace Quire.Core.Merging;

/// <summary>A piece of a merged file. In order, the pieces cover both sides completely.</summary>
/// <param name="Kind"><c>same</c>, <c>ours</c> or <c>theirs</c> (only that side changed it), or <c>conflict</c>.</param>
/// <param name="Base">The text that both started from.</param>
/// <param name="Ours">The text on our side.</param>
/// <param name="Theirs">The text on their side.</param>
/// <param name="OursLine">The first line on our side, from 1.</param>
/// <param name="TheirsLine">The first line on their side, from 1.</param>
public sealed record MergePiece(string Kind, string Base, string Ours, string Theirs, int OursLine, int TheirsLine);
