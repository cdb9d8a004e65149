namespace Quire.Versioning.Blaming;

/// <summary>How lines are traced.</summary>
public sealed record BlameOptions
{
    /// <summary>Whether only first parents are followed, so that a merge answers for all it brought.</summary>
    public bool FirstParentOnly { get; init; }

    /// <summary>Whether a file that was moved is traced to its older path; true by default, as git's.</summary>
    public bool FollowRenames { get; init; } = true;

    /// <summary>The first line of interest, counted from 0.</summary>
    public int FirstLine { get; init; }

    /// <summary>How many lines are of interest; all by default.</summary>
    public int LineCount { get; init; } = int.MaxValue;

    /// <summary>The most commits that are compared; beyond that, what is left is given to the commits reached. 100,000 by default.</summary>
    public int MaxCommits { get; init; } = 100_000;

    /// <summary>The time budget.</summary>
    public CancellationToken Cancellation { get; init; }
}
