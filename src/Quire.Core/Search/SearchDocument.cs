namespace Quire.Core.Search;

/// <summary>What search knows of a prompt.</summary>
public sealed record SearchDocument
{
    /// <summary>The prompt.</summary>
    public required long PromptId { get; init; }

    /// <summary>Its project.</summary>
    public required long ProjectId { get; init; }

    /// <summary>Its latest version.</summary>
    public required long Number { get; init; }

    /// <summary>Its path.</summary>
    public required string Path { get; init; }

    /// <summary>The layer of a contribution; null for a base.</summary>
    public string? Layer { get; init; }

    /// <summary>The scope of a contribution; null where it holds for every scope.</summary>
    public string? Scope { get; init; }

    /// <summary>What it is for; empty for nothing.</summary>
    public required string Description { get; init; }

    /// <summary>Its tags.</summary>
    public required IReadOnlyList<string> Tags { get; init; }

    /// <summary>Its text, without front matter.</summary>
    public required string Body { get; init; }

    /// <summary>All words in order: letters and digits, folded, and marks of filters. None has a space, a quotation mark or a backslash.</summary>
    public required IReadOnlyList<string> Words { get; init; }
}
