namespace Quire.Core.Seeding;

/// <summary>The default prompts of an application.</summary>
public sealed record SeedManifest
{
    /// <summary>The prompts.</summary>
    public required IReadOnlyList<SeedItem> Items { get; init; }

    /// <summary>The paths in the registry, by what the application calls the prompts; a name that is not there is the path itself.</summary>
    public IReadOnlyDictionary<string, string> Renames { get; init; } = new Dictionary<string, string>();

    /// <summary>The aliases of items that name none.</summary>
    public IReadOnlyList<string> Aliases { get; init; } = [];

    /// <summary>The commit's message; null for one that says what is seeded.</summary>
    public string? Message { get; init; }
}
