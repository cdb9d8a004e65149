namespace Quire.Core.Webhooks;

/// <summary>A row of the feed on its way to a webhook. What it says is read from the feed, so it says the same whenever it is sent.</summary>
public sealed record WebhookDelivery
{
    /// <summary>The row of the webhook.</summary>
    public required long Webhook { get; init; }

    /// <summary>The number of the change.</summary>
    public required long Sequence { get; init; }

    /// <summary>The place in the change.</summary>
    public required int Index { get; init; }

    /// <summary>Deliveries of one key are made one after another: a prompt, or a branch.</summary>
    public required string OrderKey { get; init; }

    /// <summary>Where it stands.</summary>
    public DeliveryState State { get; init; }

    /// <summary>When it is tried next; null where it is settled, or waits for one of its key before it.</summary>
    public DateTimeOffset? DueAt { get; init; }

    /// <summary>How often it was tried.</summary>
    public int Attempts { get; init; }

    /// <summary>When it was tried last.</summary>
    public DateTimeOffset? AttemptedAt { get; init; }

    /// <summary>What came of the last attempt.</summary>
    public DeliveryAnswer? Answer { get; init; }
}
