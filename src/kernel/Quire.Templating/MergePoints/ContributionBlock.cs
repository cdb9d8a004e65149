namespace Quire.Templating.MergePoints;

/// <summary>One <c>{% contribute "name" %}…{% endcontribute %}</c> of a contribution.</summary>
public sealed record ContributionBlock
{
    /// <summary>The name of the merge point it fills.</summary>
    public required string MergePoint { get; init; }

    /// <summary>Whether it locks the point for strictly higher layers.</summary>
    public bool Locked { get; init; }

    /// <summary>The body, parsed in the dialect of the contribution.</summary>
    public required Template Body { get; init; }

    /// <summary>The line of the opening tag, from 1.</summary>
    public int Line { get; init; }

    /// <summary>The column of the opening tag, from 1.</summary>
    public int Column { get; init; }
}
