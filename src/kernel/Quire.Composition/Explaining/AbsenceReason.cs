namespace Quire.Composition.Explaining;

/// <summary>Why a contribution takes no part.</summary>
public enum AbsenceReason
{
    /// <summary>The request selects by alias, and the contribution does not have it.</summary>
    NotPromoted,

    /// <summary>The request does not name its scope.</summary>
    OtherScope,

    /// <summary>It stands in another project, and the request selects the files of a tree.</summary>
    OtherProject,

    /// <summary>The selected version does not parse.</summary>
    Invalid,
}
