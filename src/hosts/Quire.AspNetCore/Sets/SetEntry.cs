using Quire.Core.Sets;

namespace Quire.AspNetCore.Sets;

/// <summary>A prompt set as lists show it.</summary>
internal sealed record SetEntry
{
    /// <summary>Its name.</summary>
    public required string Name { get; init; }

    /// <summary>Its folder; empty for the root.</summary>
    public required string Folder { get; init; }

    /// <summary>The semantic version that the next release shall have.</summary>
    public string? Version { get; init; }

    /// <summary>What it is for.</summary>
    public string? Description { get; init; }

    /// <summary>Why its manifest cannot be read; absent where it can.</summary>
    public string? Problem { get; init; }

    /// <summary>What Core knows.</summary>
    public static SetEntry Of(PromptSet set) => new()
    {
        Name = set.Name,
        Folder = set.Folder,
        Version = set.Manifest?.Version,
        Description = set.Manifest?.Description,
        Problem = set.Problem,
    };
}
