namespace Quire.Core.Search;

/// <summary>What the index is asked for.</summary>
public sealed record SearchLookUp
{
    /// <summary>The organisation.</summary>
    public required long OrganisationId { get; init; }

    /// <summary>The project's name; null for all that are reached.</summary>
    public string? Project { get; init; }

    /// <summary>The names of the projects that the caller reaches; null for every one.</summary>
    public IReadOnlyCollection<string>? ReachedProjects { get; init; }

    /// <summary>The tenants whose contributions the caller sees, beside those for all; null for every tenant.</summary>
    public IReadOnlyCollection<string>? TenantScopes { get; init; }

    /// <summary>What prompts must have, or must not have; may all be excluded.</summary>
    public required IReadOnlyList<SearchTerm> Terms { get; init; }

    /// <summary>A word of the index that all of the organisation's prompts have.</summary>
    public required string Everything { get; init; }

    /// <summary>
    /// What the caller may see of these projects, as words of the index: of each list, prompts that the caller sees have at least one. There is at least one
    /// list, and none is empty where there are projects.
    /// </summary>
    public required Func<IReadOnlyList<SearchProject>, IReadOnlyList<IReadOnlyList<string>>> Borders { get; init; }

    /// <summary>What the caller may see, by a row's layer and scope.</summary>
    public required Func<string?, string?, bool> Sees { get; init; }

    /// <summary>How many of the newest matches are looked at for being seen, before the index is asked by <see cref="Borders"/>.</summary>
    public required int Scan { get; init; }

    /// <summary>An alias that the prompts have; null for any.</summary>
    public string? Alias { get; init; }

    /// <summary>The id below which prompts are taken.</summary>
    public long Before { get; init; } = long.MaxValue;

    /// <summary>How many characters of each text are read.</summary>
    public required int Head { get; init; }
}
