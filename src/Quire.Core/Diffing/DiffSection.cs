namespace Quire.Core.Diffing;

/// <summary>Changed lines with the lines around them.</summary>
/// <param name="OldLine">The first line before, from 1.</param>
/// <param name="NewLine">The first line after, from 1.</param>
/// <param name="Lines">The lines in order.</param>
public sealed record DiffSection(int OldLine, int NewLine, IReadOnlyList<DiffLine> Lines);
