namespace Quire.Core.Search;

/// <summary>What the index is asked for.</summary>
public sealed record SearchLookUp
{
    /// <summary>What prompts must have, or must not have; may all be excluded.</summary>
    public required IReadOnlyList<SearchTerm> Terms { get; init; }

    /// <summary>What the caller may see, as words of the index: of each list, prompts have at least one. There is at least one list, and none is empty.</summary>
    public required IReadOnlyList<IReadOnlyList<string>> Borders { get; init; }

    /// <summary>What the caller may see, of a row: its project, layer and scope.</summary>
    public required Func<long, string?, string?, bool> Sees { get; init; }

    /// <summary>How many of the newest matches are looked at for being seen, before the index is asked by <see cref="Borders"/>.</summary>
    public required int Scan { get; init; }

    /// <summary>Whether prompts may wait to be indexed; those are not found.</summary>
    public required bool IsAnythingDeferred { get; init; }

    /// <summary>An alias that the prompts have; null for any.</summary>
    public string? Alias { get; init; }

    /// <summary>The id below which prompts are taken.</summary>
    public long Before { get; init; } = long.MaxValue;

    /// <summary>The highest id that the index has.</summary>
    public required long Newest { get; init; }

    /// <summary>How many characters of each text are read.</summary>
    public required int Head { get; init; }
}
