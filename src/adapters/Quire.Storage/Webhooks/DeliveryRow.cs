using Quire.Core.Webhooks;
using Quire.Storage.Sessions;

namespace Quire.Storage.Webhooks;

/// <summary>A row of <c>webhook_deliveries</c>.</summary>
internal sealed class DeliveryRow
{
    public const string Columns =
        "d.webhook, d.sequence, d.idx, d.order_key AS OrderKey, d.state, d.due_at AS DueAt, d.attempts, d.attempted_at AS AttemptedAt, "
        + "d.status, d.error, d.detail, d.duration";

    public long Webhook { get; set; }

    public long Sequence { get; set; }

    public long Idx { get; set; }

    public string OrderKey { get; set; } = "";

    public long State { get; set; }

    public long? DueAt { get; set; }

    public long Attempts { get; set; }

    public long? AttemptedAt { get; set; }

    public long? Status { get; set; }

    public string? Error { get; set; }

    public string? Detail { get; set; }

    public long? Duration { get; set; }

    public static DeliveryRow Of(WebhookDelivery delivery) => new()
    {
        Webhook = delivery.Webhook,
        Sequence = delivery.Sequence,
        Idx = delivery.Index,
        OrderKey = delivery.OrderKey,
        State = (long)delivery.State,
        DueAt = Micros.From(delivery.DueAt),
        Attempts = delivery.Attempts,
        AttemptedAt = Micros.From(delivery.AttemptedAt),
        Status = delivery.Answer?.Status,
        Error = delivery.Answer?.Error,
        Detail = delivery.Answer?.Detail,
        Duration = delivery.Answer is { } answer ? (long)answer.Duration.TotalMicroseconds : null,
    };

    public WebhookDelivery ToDelivery() => new()
    {
        Webhook = Webhook,
        Sequence = Sequence,
        Index = (int)Idx,
        OrderKey = OrderKey,
        State = (DeliveryState)State,
        DueAt = Micros.ToTime(DueAt),
        Attempts = (int)Attempts,
        AttemptedAt = Micros.ToTime(AttemptedAt),
        Answer = Detail is null ? null : new DeliveryAnswer((int?)Status, Error, Detail, TimeSpan.FromMicroseconds(Duration ?? 0)),
    };
}
