namespace Quire.Templating.MergePoints;

/// <summary>A named place of a base prompt where layers contribute.</summary>
public sealed record MergePoint
{
    /// <summary>The place in <see cref="RenderRequest.Fills"/>: the order of declaration, from 0.</summary>
    public required int Index { get; init; }

    /// <summary>The name, unique in its template.</summary>
    public required string Name { get; init; }

    /// <summary>How contributions and the default text go together.</summary>
    public MergeBehavior Behavior { get; init; }

    /// <summary>Whether it is an error when there is neither contribution nor default text.</summary>
    public bool Required { get; init; }

    /// <summary>Whether nobody may contribute.</summary>
    public bool Locked { get; init; }

    /// <summary>Whether it takes user text, and only that.</summary>
    public bool User { get; init; }

    /// <summary>Whether the default text is more than blanks.</summary>
    public bool HasDefault { get; init; }

    /// <summary>The name of the merge point in whose default text it stands; null outside of all. A lock around it locks it too.</summary>
    public string? Enclosing { get; init; }

    /// <summary>The line of the opening tag, from 1.</summary>
    public int Line { get; init; }

    /// <summary>The column of the opening tag, from 1.</summary>
    public int Column { get; init; }

    /// <summary>The length of the opening tag in UTF-16 units.</summary>
    public int Length { get; init; }
}
