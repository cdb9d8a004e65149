namespace Quire.Prompts.Addresses;

/// <summary>The stable codes of refused addresses. A code is never reused.</summary>
public static class AddressCodes
{
    /// <summary>The address names an organisation or project, but no prompt.</summary>
    public const string NoPrompt = "QP2002";

    /// <summary>A short form where organisation and project are not known.</summary>
    public const string NoDefaults = "QP2003";

    /// <summary>What stands behind the last <c>@</c> is neither alias nor version number.</summary>
    public const string Selector = "QP2004";

    /// <summary>A version number out of range.</summary>
    public const string Number = "QP2005";

    /// <summary>A commit id that is no hexadecimal number of 4 to 40 digits.</summary>
    public const string Commit = "QP2006";

    /// <summary>A range of releases with characters that no range has.</summary>
    public const string Range = "QP2007";

    /// <summary>A URI with an unknown or repeated query key, a bad host or bad percent-encoding.</summary>
    public const string Uri = "QP2008";

    /// <summary>Longer than any address.</summary>
    public const string TooLong = "QP2009";
}
