namespace Quire.Core.Webhooks;

/// <summary>The rows of webhooks and their deliveries.</summary>
public interface IWebhooks
{
    /// <summary>The webhook of that id, or null.</summary>
    Webhook? Find(long organisationId, string id);

    /// <summary>The organisation's webhooks, oldest first.</summary>
    IReadOnlyList<Webhook> List(long organisationId);

    /// <summary>The enabled webhooks of all organisations that have a delivery due, or have not taken up the whole feed: what the deliverer looks at.</summary>
    IReadOnlyList<Webhook> ListReady(DateTimeOffset now);

    /// <summary>Adds a webhook.</summary>
    /// <returns>The webhook with its row.</returns>
    Webhook Add(Webhook webhook);

    /// <summary>Writes what people set: url, description, filters, secrets, and whether it is enabled.</summary>
    void Update(Webhook webhook);

    /// <summary>Removes a webhook and its deliveries.</summary>
    void Remove(long organisationId, long webhook);

    /// <summary>Takes or prolongs the lease of a webhook; only who holds it delivers.</summary>
    /// <param name="webhook">The row of the webhook.</param>
    /// <param name="owner">Who asks.</param>
    /// <param name="now">The time; a lease that ends before it, or impossibly long after, is free.</param>
    /// <param name="until">When the lease shall end.</param>
    /// <param name="isAlone">Whether no other process uses the store, so that whatever lease there is belongs to the dead.</param>
    /// <returns>The fencing token, which grows with every new holder; null where another holds it.</returns>
    long? Lease(long webhook, string owner, DateTimeOffset now, DateTimeOffset until, bool isAlone);

    /// <summary>Gives a lease back.</summary>
    void Release(long webhook, long fence);

    /// <summary>Whether the token is still the newest one: only then may its holder write.</summary>
    bool Holds(long webhook, long fence);

    /// <summary>Notes how far the feed was taken up.</summary>
    void SetSeen(long webhook, long sequence, int index);

    /// <summary>Notes since when everything fails; null where something arrived.</summary>
    void SetFailing(long webhook, DateTimeOffset? since);

    /// <summary>Adds deliveries.</summary>
    void AddDeliveries(IReadOnlyCollection<WebhookDelivery> deliveries);

    /// <summary>Whether at least that many deliveries are pending.</summary>
    bool HasPending(long webhook, int count);

    /// <summary>Those of the keys that have a delivery pending.</summary>
    IReadOnlyList<string> PendingKeys(long webhook, IReadOnlyCollection<string> keys);

    /// <summary>The deliveries that are due, with the rows of the feed that they tell of; first what has been due for longest.</summary>
    IReadOnlyList<DueDelivery> ListDue(Webhook webhook, DateTimeOffset now, int limit);

    /// <summary>One delivery, or null.</summary>
    WebhookDelivery? FindDelivery(long webhook, long sequence, int index);

    /// <summary>Deliveries before a place, newest first.</summary>
    IReadOnlyList<WebhookDelivery> ListDeliveries(long webhook, DeliveryState? state, (long Sequence, int Index)? before, int limit);

    /// <summary>Writes where a delivery stands.</summary>
    void UpdateDelivery(WebhookDelivery delivery);

    /// <summary>Makes the first pending delivery of the key due, unless one of the key is already.</summary>
    void Promote(long webhook, string orderKey, DateTimeOffset now);

    /// <summary>Makes everything that waits for a later attempt due.</summary>
    void Hasten(long webhook, DateTimeOffset now);

    /// <summary>Forgets deliveries in that state, except for the newest.</summary>
    void Prune(long webhook, DeliveryState state, int keep);
}
