namespace Quire.Templating.Diagnostics;

/// <summary>The codes of all diagnostics. Documented in docs/diagnostics.md; never reused.</summary>
internal static class Codes
{
    public const string Syntax = "QT1001";
    public const string UnknownTag = "QT1002";
    public const string UnknownFilter = "QT1003";
    public const string UnknownTest = "QT1004";
    public const string UnclosedTag = "QT1005";
    public const string UnclosedBlock = "QT1006";
    public const string WrongAssignment = "QT1007";
    public const string DuplicateBlock = "QT1008";
    public const string TooDeep = "QT1009";
    public const string SourceTooLong = "QT1010";
    public const string FilterNotAllowed = "QT1011";
    public const string BadLiteral = "QT1012";
    public const string MisplacedTag = "QT1013";

    public const string Runtime = "QT2001";
    public const string UndefinedUsed = "QT2002";
    public const string WrongType = "QT2003";
    public const string WrongValue = "QT2004";
    public const string ZeroDivision = "QT2005";
    public const string Overflow = "QT2006";
    public const string WrongIndex = "QT2007";
    public const string Unsafe = "QT2008";
    public const string TemplateNotFound = "QT2009";
    public const string RaisedByTemplate = "QT2010";
    public const string Internal = "QT2011";

    public const string StepLimit = "QT3001";
    public const string DepthLimit = "QT3002";
    public const string OutputLimit = "QT3003";
    public const string MemoryLimit = "QT3004";
    public const string TimeLimit = "QT3005";
    public const string Cancelled = "QT3006";
    public const string NumberTooLarge = "QT3007";
    public const string RangeTooLarge = "QT3008";

    public const string DuplicateMergePoint = "QT4001";
    public const string MergePointAttribute = "QT4002";
    public const string MergePointName = "QT4003";
    public const string TextOutsideContribution = "QT4004";
    public const string UnclosedContribution = "QT4005";
    public const string ContributionName = "QT4006";
    public const string ContributionAttribute = "QT4007";
    public const string MergePointNotHere = "QT4008";
}
