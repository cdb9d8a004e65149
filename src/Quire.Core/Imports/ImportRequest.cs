namespace Quire.Core.Imports;

/// <summary>A wish to import.</summary>
public sealed record ImportRequest
{
    /// <summary>The project's name.</summary>
    public required string Project { get; init; }

    /// <summary>What was read.</summary>
    public required ImportSource Source { get; init; }

    /// <summary>The branch; null for the default one. On another branch only the newest versions arrive, without aliases and tags.</summary>
    public string? Branch { get; init; }

    /// <summary>The folder that everything goes into; null for the root.</summary>
    public string? Folder { get; init; }

    /// <summary>The message of commits whose versions bring none.</summary>
    public required string Message { get; init; }

    /// <summary>Whether nothing is written, and the report says what would be.</summary>
    public bool DryRun { get; init; }

    /// <summary>Whether one failure refuses everything; null for yes where files come in, which belong together, and no where prompts do.</summary>
    public bool? AllOrNothing { get; init; }
}
