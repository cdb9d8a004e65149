namespace Quire.Core.Webhooks;

/// <summary>Somebody else's server that is told of changes.</summary>
public sealed record Webhook
{
    /// <summary>The row; 0 until it was added.</summary>
    public long Row { get; init; }

    /// <summary>The organisation.</summary>
    public required long OrganisationId { get; init; }

    /// <summary>The id by which people and messages name it.</summary>
    public required string Id { get; init; }

    /// <summary>Where messages go. It may hold a secret, so it is shown to those who manage webhooks, and to no log.</summary>
    public required string Url { get; init; }

    /// <summary>What it is for, in people's words; empty for none.</summary>
    public string Description { get; init; } = "";

    /// <summary>The events it is told of, by name; null for all.</summary>
    public IReadOnlyList<string>? Events { get; init; }

    /// <summary>The names of the projects it is told of; null for all.</summary>
    public IReadOnlyList<string>? Projects { get; init; }

    /// <summary>The secret that signs, sealed.</summary>
    public required byte[] Secret { get; init; }

    /// <summary>The secret before, sealed, which signs too until <see cref="PreviousUntil"/>; null for none.</summary>
    public byte[]? PreviousSecret { get; init; }

    /// <summary>When the secret before stops signing.</summary>
    public DateTimeOffset? PreviousUntil { get; init; }

    /// <summary>Why nothing is sent: <c>by_hand</c>, <c>failing</c>, <c>gone</c>; null while it is enabled.</summary>
    public string? DisabledReason { get; init; }

    /// <summary>Since when every delivery has failed; null where the last one arrived.</summary>
    public DateTimeOffset? FailingSince { get; init; }

    /// <summary>When it was made.</summary>
    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>The number of the last change that was taken up from the feed.</summary>
    public required long SeenSequence { get; init; }

    /// <summary>The last row of that change that was taken up.</summary>
    public int SeenIndex { get; init; } = int.MaxValue;
}
