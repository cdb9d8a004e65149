namespace Quire.Composition.Batch;

/// <summary>The stable codes of rows of <c>quire compose --batch</c> that cannot be read. A code is never reused.</summary>
public static class BatchCodes
{
    /// <summary>The row is no JSON object.</summary>
    public const string NotJson = "QC4001";

    /// <summary>A member that is missing, unknown or of the wrong kind.</summary>
    public const string Member = "QC4002";

    /// <summary>The prompt to compose is not among the sources.</summary>
    public const string NoPrompt = "QC4003";
}
