using Quire.AspNetCore.Changes;
using Quire.Core.Webhooks;

namespace Quire.AspNetCore.Webhooks;

/// <summary>What became of a message.</summary>
internal sealed record DeliveryEntry
{
    /// <summary>The row of the feed that it tells of, as <c>N.i</c>.</summary>
    public required string Id { get; init; }

    /// <summary><c>pending</c>, <c>delivered</c> or <c>dead</c>.</summary>
    public required string State { get; init; }

    /// <summary>What it waits behind: deliveries of one key are made one after another.</summary>
    public required string OrderKey { get; init; }

    /// <summary>How often it was tried since it was last asked for.</summary>
    public required int Attempts { get; init; }

    /// <summary>When it was tried last.</summary>
    public DateTimeOffset? AttemptedAt { get; init; }

    /// <summary>When it is tried next; absent where it is settled, or waits for an earlier one of its key.</summary>
    public DateTimeOffset? DueAt { get; init; }

    /// <summary>What came of the last attempt; absent before the first.</summary>
    public AttemptAnswer? Last { get; init; }

    /// <summary>What Core says.</summary>
    public static DeliveryEntry Of(WebhookDelivery delivery) => new()
    {
        Id = new FeedPlace(delivery.Sequence, delivery.Index).ToString(),
        State = DeliveryStates.Of(delivery.State),
        OrderKey = delivery.OrderKey,
        Attempts = delivery.Attempts,
        AttemptedAt = delivery.AttemptedAt,
        DueAt = delivery.DueAt,
        Last = delivery.Answer is { } answer ? AttemptAnswer.Of(answer) : null,
    };
}
