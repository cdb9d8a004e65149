using Quire.Core.Changes;

namespace Quire.Core.Webhooks;

/// <summary>A delivery that is due.</summary>
/// <param name="Delivery">The delivery.</param>
/// <param name="Row">What it tells of.</param>
public sealed record DueDelivery(WebhookDelivery Delivery, FeedRow Row);
