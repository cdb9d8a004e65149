namespace Quire.Core.Search;

/// <summary>What the index is asked for.</summary>
public sealed record SearchLookUp
{
    /// <summary>The terms; at least one is not excluded.</summary>
    public required IReadOnlyList<SearchTerm> Terms { get; init; }

    /// <summary>The projects that are searched.</summary>
    public required IReadOnlyCollection<long> ProjectIds { get; init; }

    /// <summary>The tenants whose contributions exist; null for all.</summary>
    public IReadOnlyList<string>? TenantScopes { get; init; }

    /// <summary>The beginning of the paths; empty for all.</summary>
    public string Folder { get; init; } = "";

    /// <summary>An alias that the prompts have; null for any.</summary>
    public string? Alias { get; init; }

    /// <summary>The id below which prompts are taken.</summary>
    public long Before { get; init; } = long.MaxValue;

    /// <summary>How many characters of each text are read.</summary>
    public required int Head { get; init; }
}
