using Quire.Core.Webhooks;

namespace Quire.AspNetCore.Webhooks;

/// <summary>A webhook, without what signs its messages except where that was just made.</summary>
internal sealed record WebhookAnswer
{
    /// <summary>The id.</summary>
    public required string Id { get; init; }

    /// <summary>Where messages go.</summary>
    public required string Url { get; init; }

    /// <summary>The secret that signs, <c>whsec_…</c>: only in the answer that made it, and nowhere again.</summary>
    public string? Secret { get; init; }

    /// <summary>What it is for; absent where nobody said.</summary>
    public string? Description { get; init; }

    /// <summary>The events that it is told of; absent for all.</summary>
    public IReadOnlyList<string>? Events { get; init; }

    /// <summary>The projects that it is told of; absent for all.</summary>
    public IReadOnlyList<string>? Projects { get; init; }

    /// <summary>Whether messages are sent.</summary>
    public required bool Enabled { get; init; }

    /// <summary>Why none are: <c>by_hand</c>, <c>failing</c> (nothing arrived for two days), <c>gone</c> (the receiver answered 410).</summary>
    public string? DisabledReason { get; init; }

    /// <summary>Since when every delivery has failed; absent where the last one arrived.</summary>
    public DateTimeOffset? FailingSince { get; init; }

    /// <summary>When the secret before the last rotation stops signing; absent where there is none.</summary>
    public DateTimeOffset? PreviousSecretUntil { get; init; }

    /// <summary>When it was made.</summary>
    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>What Core says.</summary>
    public static WebhookAnswer Of(Webhook webhook, string? secret = null) => new()
    {
        Id = webhook.Id,
        Url = webhook.Url,
        Secret = secret,
        Description = webhook.Description.Length == 0 ? null : webhook.Description,
        Events = webhook.Events,
        Projects = webhook.Projects,
        Enabled = webhook.DisabledReason is null,
        DisabledReason = webhook.DisabledReason,
        FailingSince = webhook.FailingSince,
        PreviousSecretUntil = webhook.PreviousUntil,
        CreatedAt = webhook.CreatedAt,
    };
}
