namespace Quire.Versioning.Diffs;

/// <summary>Some hunks with the unchanged lines around and between them: what stands below one <c>@@</c> line.</summary>
/// <param name="OldStart">The first old line, counted from 0.</param>
/// <param name="OldCount">The number of old lines.</param>
/// <param name="NewStart">The first new line, counted from 0.</param>
/// <param name="NewCount">The number of new lines.</param>
/// <param name="Hunks">The changes.</param>
public sealed record DiffBlock(int OldStart, int OldCount, int NewStart, int NewCount, IReadOnlyList<DiffHunk> Hunks);
