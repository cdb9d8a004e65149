using Quire.Core.Webhooks;

namespace Quire.AspNetCore.Webhooks;

/// <summary>A page of deliveries.</summary>
/// <param name="Items">The deliveries, newest first.</param>
/// <param name="Next">What to send as <c>after</c> for the next page; absent where this is the last one.</param>
internal sealed record DeliveryPage(IReadOnlyList<DeliveryEntry> Items, string? Next)
{
    /// <summary>What Core says.</summary>
    public static DeliveryPage Of(IReadOnlyList<WebhookDelivery> found, int limit)
    {
        var items = found.Select(DeliveryEntry.Of).ToList();
        return new DeliveryPage(items, items.Count == limit ? items[^1].Id : null);
    }
}
