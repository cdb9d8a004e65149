namespace Quire.Composition.Explaining;

/// <summary>What became of an offer.</summary>
public enum OfferOutcome
{
    /// <summary>It stands in the output.</summary>
    Stands,

    /// <summary>A higher layer replaces it.</summary>
    Replaced,

    /// <summary>Its contribution has not the alias that the request selects by.</summary>
    NotPromoted,

    /// <summary>The request does not name its scope.</summary>
    OtherScope,

    /// <summary>It stands in a project that the request does not select.</summary>
    OtherProject,

    /// <summary>Its selected version does not parse.</summary>
    Invalid,
}
