namespace Quire.Core.Search;

/// <summary>What the index is asked for.</summary>
public sealed record SearchLookUp
{
    /// <summary>What prompts must have, or must not have; may all be excluded.</summary>
    public required IReadOnlyList<SearchTerm> Terms { get; init; }

    /// <summary>Of each list, prompts have at least one mark; none of the lists is empty, and there is at least one list.</summary>
    public required IReadOnlyList<IReadOnlyList<string>> AnyOf { get; init; }

    /// <summary>The projects that are searched. The marks say so too; this is asked of what they lead to.</summary>
    public required IReadOnlyCollection<long> ProjectIds { get; init; }

    /// <summary>The tenants whose contributions exist; null for all. The marks say so too.</summary>
    public IReadOnlyList<string>? TenantScopes { get; init; }

    /// <summary>An alias that the prompts have; null for any.</summary>
    public string? Alias { get; init; }

    /// <summary>The id below which prompts are taken.</summary>
    public long Before { get; init; } = long.MaxValue;

    /// <summary>How many characters of each text are read.</summary>
    public required int Head { get; init; }
}
