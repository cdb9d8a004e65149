namespace Quire.Storage.Objects;

/// <summary>The limits of trees that are stored as deltas.</summary>
internal static class DeltaLimits
{
    /// <summary>How many deltas may stand on each other.</summary>
    public const int Depth = 32;
}
