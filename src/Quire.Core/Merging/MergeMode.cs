namespace Quire.Core.Merging;

/// <summary>How one history is brought into another.</summary>
public enum MergeMode
{
    /// <summary>By moving the branch forward where that is enough, else with a merge commit.</summary>
    Auto,

    /// <summary>With a merge commit, always.</summary>
    Merge,

    /// <summary>With one ordinary commit that has all of the change and none of its history.</summary>
    Squash,

    /// <summary>By moving the branch forward, or not at all.</summary>
    FastForwardOnly,
}
