namespace Quire.Versioning.History;

/// <summary>What a log shows.</summary>
public sealed record LogQuery
{
    /// <summary>The path of a file or folder: only commits that changed it are shown, and of a merge only the sides that did; null for all.</summary>
    public string? Path { get; init; }

    /// <summary>Whether only first parents are followed.</summary>
    public bool FirstParentOnly { get; init; }

    /// <summary>The order.</summary>
    public LogOrder Order { get; init; }

    /// <summary>The most commits on a page, at least 1; 50 by default.</summary>
    public int PageSize { get; init; } = 50;

    /// <summary>Where to go on: the last page's <see cref="LogPage.Next"/>; null to begin.</summary>
    public string? Cursor { get; init; }

    /// <summary>
    /// The most commits that are looked at for one page, 20,000 by default: where a path changed rarely, a page may come back short, even
    /// empty, with a cursor.
    /// </summary>
    public int MaxVisited { get; init; } = 20_000;

    /// <summary>The time budget.</summary>
    public CancellationToken Cancellation { get; init; }
}
