namespace Quire.Versioning.Diffs;

/// <summary>How texts are compared.</summary>
public sealed record LineDiffOptions
{
    /// <summary>The options of <c>git diff</c>.</summary>
    public static LineDiffOptions Default { get; } = new();

    /// <summary>How lines are matched.</summary>
    public DiffAlgorithm Algorithm { get; init; }

    /// <summary>Whether blank lines and indentation decide where a hunk that can slide stands.</summary>
    public bool IndentHeuristic { get; init; } = true;
}
