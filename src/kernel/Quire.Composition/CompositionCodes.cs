namespace Quire.Composition;

/// <summary>The stable codes of composition. A code is never reused.</summary>
public static class CompositionCodes
{
    /// <summary>The base prompt is itself a contribution, or a contribution is a base prompt.</summary>
    public const string Role = "QC1001";

    /// <summary>A contribution that extends another prompt than the base.</summary>
    public const string OtherBase = "QC1002";

    /// <summary>A contribution to a merge point that the base prompt locks.</summary>
    public const string LockedByBase = "QC1003";

    /// <summary>A contribution to a merge point that a lower layer locks.</summary>
    public const string LockedByLayer = "QC1004";

    /// <summary>A contribution to a merge point that takes user text only.</summary>
    public const string UserPoint = "QC1005";

    /// <summary>A contribution to a merge point that the base prompt does not have.</summary>
    public const string UnknownPoint = "QC1006";

    /// <summary>Two contributions with the same base, layer and scope.</summary>
    public const string Duplicate = "QC1007";

    /// <summary>A required merge point with neither contribution nor default.</summary>
    public const string Required = "QC1008";

    /// <summary>Messages for a point inside a text, or a text for a point of the list of messages.</summary>
    public const string WrongKind = "QC1009";

    /// <summary>A merge point's name stands twice in the base prompt.</summary>
    public const string DuplicatePoint = "QC1010";

    /// <summary>More contributions than a plan may have.</summary>
    public const string TooMany = "QC1011";

    /// <summary>User text for a merge point that does not exist or takes no user text.</summary>
    public const string UnknownUserText = "QC2001";

    /// <summary>Two layers read one variable as different types.</summary>
    public const string VariableConflict = "QC2002";

    /// <summary>A placeholder that got no messages.</summary>
    public const string EmptyPlaceholder = "QC2003";

    /// <summary>Messages for a placeholder that are no messages.</summary>
    public const string BadMessages = "QC2004";

    /// <summary>Messages for a placeholder that the prompt does not have.</summary>
    public const string UnknownPlaceholder = "QC2005";

    /// <summary>The budget of the whole composition is spent.</summary>
    public const string Budget = "QC2006";

    /// <summary>User text with characters that change the direction of text.</summary>
    public const string Bidirectional = "QC3001";

    /// <summary>User text with characters that show nothing.</summary>
    public const string ZeroWidth = "QC3002";

    /// <summary>User text with tag characters, which can carry hidden text.</summary>
    public const string TagCharacters = "QC3003";

    /// <summary>User text with words that mix look-alike letters of several scripts.</summary>
    public const string LookAlike = "QC3004";
}
