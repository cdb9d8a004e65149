namespace Quire.Prompts.Names;

/// <summary>The stable codes of refused names. A code is never reused.</summary>
public static class NameCodes
{
    /// <summary>Nothing was given.</summary>
    public const string Empty = "QP1001";

    /// <summary>Longer than the limit.</summary>
    public const string TooLong = "QP1002";

    /// <summary>A character outside the grammar.</summary>
    public const string BadCharacter = "QP1003";

    /// <summary>A path with an empty segment, or with a slash at an end.</summary>
    public const string EmptySegment = "QP1004";

    /// <summary>A path that climbs (<c>..</c>) or stands still (<c>.</c>).</summary>
    public const string Traversal = "QP1005";

    /// <summary>A segment or name that begins with a dot.</summary>
    public const string LeadingDot = "QP1006";

    /// <summary>A segment that ends in a space or a dot.</summary>
    public const string TrailingSpaceOrDot = "QP1007";

    /// <summary>A device name of Windows.</summary>
    public const string DeviceName = "QP1008";

    /// <summary>A character that Unicode's composed form (NFC) writes differently.</summary>
    public const string NotComposed = "QP1009";

    /// <summary>A file's name where a prompt's name is wanted.</summary>
    public const string FileName = "QP1010";

    /// <summary>A word that Quire keeps for itself.</summary>
    public const string Reserved = "QP1011";

    /// <summary>Digits only, where that would read as a version number.</summary>
    public const string DigitsOnly = "QP1012";

    /// <summary>A reference name that git refuses.</summary>
    public const string RefFormat = "QP1013";

    /// <summary>Text that is not well-formed Unicode.</summary>
    public const string BadUnicode = "QP1014";

    /// <summary>Two prompts of one tree whose names differ in case only, or not at all.</summary>
    public const string Clash = "QP1015";

    /// <summary>A file that no tree may hold (<c>.git</c>, <c>..</c>, an empty segment).</summary>
    public const string RefusedPath = "QP1016";

    /// <summary>A <c>.prompt.*</c> file that is not text.</summary>
    public const string NotText = "QP1017";
}
