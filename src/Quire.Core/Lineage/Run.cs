namespace Quire.Core.Lineage;

/// <summary>An evaluation, experiment or deployment that used prompts.</summary>
public sealed record Run
{
    /// <summary>The row; 0 before it is stored. Later runs have higher ones.</summary>
    public long Row { get; init; }

    /// <summary>The organisation.</summary>
    public required long OrganisationId { get; init; }

    /// <summary>The id that the client chose, unique in the organisation.</summary>
    public required string Id { get; init; }

    /// <summary>What it was for.</summary>
    public required RunKind Kind { get; init; }

    /// <summary>What people call it; may be empty.</summary>
    public required string Title { get; init; }

    /// <summary>Its settings, by name.</summary>
    public required IReadOnlyDictionary<string, string> Parameters { get; init; }

    /// <summary>The id of the key that recorded it.</summary>
    public required string Actor { get; init; }

    /// <summary>SHA-256 of what was asked for, so that the same request is known again.</summary>
    public required byte[] RequestHash { get; init; }

    /// <summary>When it was recorded.</summary>
    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>When it was finished, after which nothing of it changes; null before.</summary>
    public DateTimeOffset? FinishedAt { get; init; }
}
