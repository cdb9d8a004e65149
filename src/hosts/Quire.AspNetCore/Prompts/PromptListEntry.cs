using Quire.Core.Prompts;

namespace Quire.AspNetCore.Prompts;

/// <summary>A prompt as lists show it.</summary>
internal sealed record PromptListEntry
{
    /// <summary>The prompt's id.</summary>
    public required long Id { get; init; }

    /// <summary>The prompt's path.</summary>
    public required string Path { get; init; }

    /// <summary><c>text</c> or <c>chat</c>.</summary>
    public required string Type { get; init; }

    /// <summary>The language of its templates.</summary>
    public required string Dialect { get; init; }

    /// <summary>The number of its latest version.</summary>
    public required long Version { get; init; }

    /// <summary>What the prompt is for.</summary>
    public string? Description { get; init; }

    /// <summary>The category.</summary>
    public string? Category { get; init; }

    /// <summary>The tags.</summary>
    public required IReadOnlyList<string> Tags { get; init; }

    /// <summary>Its aliases and the versions that they name.</summary>
    public required IReadOnlyDictionary<string, long> Aliases { get; init; }

    /// <summary>The base that a contribution extends.</summary>
    public string? Extends { get; init; }

    /// <summary>The layer of a contribution.</summary>
    public string? Layer { get; init; }

    /// <summary>The scope of a contribution.</summary>
    public string? Scope { get; init; }

    /// <summary>Whether it is marked as a template for other prompts; absent where it is not.</summary>
    public bool? Template { get; init; }

    /// <summary>Whether the latest version does not parse.</summary>
    public required bool Invalid { get; init; }

    /// <summary>When its content or an annotation last changed.</summary>
    public required DateTimeOffset UpdatedAt { get; init; }

    /// <summary>What Core lists.</summary>
    public static PromptListEntry Of(PromptListItem item) => new()
    {
        Id = item.Prompt.Id,
        Path = item.Prompt.Path,
        Type = item.Facts.Type,
        Dialect = item.Facts.Dialect,
        Version = item.Version.Number,
        Description = item.Facts.Description,
        Category = item.Category,
        Tags = item.Tags,
        Aliases = item.Aliases,
        Extends = item.Facts.Extends,
        Layer = item.Facts.Layer,
        Scope = item.Facts.Scope,
        Template = item.Facts.Template ? true : null,
        Invalid = item.Version.Invalid,
        UpdatedAt = item.Prompt.UpdatedAt,
    };
}
