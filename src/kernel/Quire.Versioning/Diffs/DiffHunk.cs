namespace Quire.Versioning.Diffs;

/// <summary>Lines of the old text that are replaced by lines of the new one. Either count may be zero, never both.</summary>
/// <param name="OldStart">The first old line, counted from 0; the position where lines are inserted if none is replaced.</param>
/// <param name="OldCount">How many old lines go.</param>
/// <param name="NewStart">The first new line, counted from 0.</param>
/// <param name="NewCount">How many new lines come.</param>
public readonly record struct DiffHunk(int OldStart, int OldCount, int NewStart, int NewCount)
{
    /// <summary>The old line after the hunk.</summary>
    public int OldEnd => OldStart + OldCount;

    /// <summary>The new line after the hunk.</summary>
    public int NewEnd => NewStart + NewCount;
}
