namespace Quire.Bench.Search;

/// <summary>A synthetic prompt.</summary>
internal sealed record MadePrompt
{
    public required string Path { get; init; }

    /// <summary>The file, front matter and all.</summary>
    public required string File { get; init; }

    /// <summary>The words of its text, as ranks in the vocabulary.</summary>
    public required IReadOnlyList<int> Ranks { get; init; }

    public required string Description { get; init; }

    public required string[] Tags { get; init; }

    public required string Category { get; init; }

    public required string Author { get; init; }

    /// <summary>The tenant whose contribution it is; null for a base.</summary>
    public string? Tenant { get; init; }
}
