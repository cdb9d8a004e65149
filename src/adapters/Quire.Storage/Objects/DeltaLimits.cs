namespace Quire.Storage.Objects;

/// <summary>
/// The limits of objects that are stored as deltas, and the shape of the chains. Trees made one from another are counted as in a number system:
/// after <see cref="Run"/> deltas of one level in a row, the next delta goes back over all of them and stands one level higher. So a chain of
/// (Run + 1) to the power of Levels trees needs no whole one, none is further than Run x Levels deltas from the first, and a delta spans but few edits.
/// </summary>
internal static class DeltaLimits
{
    /// <summary>How many deltas may stand on each other.</summary>
    public const int Depth = 32;

    /// <summary>How many deltas of one level follow each other.</summary>
    public const int Run = 6;

    /// <summary>How many levels there are: 7 to the power of 5 trees, 16,807, and at most 30 deltas on each other.</summary>
    public const int Levels = 5;
}
