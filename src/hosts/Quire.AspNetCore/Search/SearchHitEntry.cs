using Quire.Core.Search;

namespace Quire.AspNetCore.Search;

/// <summary>A prompt that was found.</summary>
internal sealed record SearchHitEntry
{
    /// <summary>The project.</summary>
    public required string Project { get; init; }

    /// <summary>The prompt's path.</summary>
    public required string Path { get; init; }

    /// <summary>The number of its latest version.</summary>
    public required long Version { get; init; }

    /// <summary>What the prompt is for.</summary>
    public string? Description { get; init; }

    /// <summary>The tags.</summary>
    public required IReadOnlyList<string> Tags { get; init; }

    /// <summary>The layer of a contribution.</summary>
    public string? Layer { get; init; }

    /// <summary>The scope of a contribution.</summary>
    public string? Scope { get; init; }

    /// <summary>Where the words stand.</summary>
    public required IReadOnlyList<SearchHighlightEntry> Highlights { get; init; }

    /// <summary>What Core found.</summary>
    public static SearchHitEntry Of(SearchHit hit) => new()
    {
        Project = hit.Project,
        Path = hit.Prompt.Path,
        Version = hit.Prompt.Number,
        Description = hit.Prompt.Description.Length == 0 ? null : hit.Prompt.Description,
        Tags = hit.Prompt.Tags,
        Layer = hit.Prompt.Layer,
        Scope = hit.Prompt.Scope,
        Highlights = [.. hit.Highlights.Select(highlight => new SearchHighlightEntry(highlight.Field, highlight.Excerpt, [.. highlight.Spans.Select(span => new SearchSpanEntry(span.Start, span.Length))]))],
    };
}
