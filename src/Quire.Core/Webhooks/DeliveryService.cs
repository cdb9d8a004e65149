using System.Security.Cryptography;
using Quire.Core.Access;
using Quire.Core.Errors;
using Quire.Core.Limits;
using Quire.Core.Outbound;
using Quire.Core.Sealing;
using Quire.Core.Stores;

namespace Quire.Core.Webhooks;

/// <summary>Tells what became of messages, sends one again, and pings.</summary>
/// <param name="store">Where deliveries are.</param>
/// <param name="outbound">The way out.</param>
/// <param name="seal">Opens the secrets.</param>
/// <param name="time">The clock.</param>
public sealed class DeliveryService(IStore store, IOutbound outbound, SecretSeal seal, TimeProvider time)
{
    private const int WordLength = 16;
    private readonly WebhookSender _sender = new(outbound, seal, time);

    /// <summary>The deliveries of a webhook, newest first: all that are pending, and the last ones that arrived or are dead.</summary>
    /// <exception cref="QuireException"><c>webhook_not_found</c>, <c>invalid_limit</c>.</exception>
    public Task<IReadOnlyList<WebhookDelivery>> List(
        Principal caller, string webhook, DeliveryState? state = null, (long Sequence, int Index)? before = null, int limit = 100, CancellationToken cancellation = default)
    {
        WebhookRules.Demand(caller);
        Paging.Check(limit);
        return store.Read(session => session.Webhooks.ListDeliveries(WebhookRules.Require(session, caller, webhook).Row, state, before, limit), cancellation);
    }

    /// <summary>Sends a message again, as soon as the deliverer comes to it and with all its attempts; also one that arrived.</summary>
    /// <exception cref="QuireException"><c>webhook_not_found</c>, <c>delivery_not_found</c>.</exception>
    public Task<WebhookDelivery> Redeliver(Principal caller, string webhook, long sequence, int index, CancellationToken cancellation = default)
    {
        WebhookRules.Demand(caller);
        return store.Write(session =>
        {
            var found = session.Webhooks.FindDelivery(WebhookRules.Require(session, caller, webhook).Row, sequence, index)
                ?? throw new QuireException(ErrorKind.NotFound, "delivery_not_found", $"The webhook '{webhook}' has no delivery {sequence}.{index}.", "List them with: quire webhooks log");
            if (found is { State: DeliveryState.Pending, DueAt: null })
                throw new QuireException(ErrorKind.Conflict, "delivery_waits", $"The delivery {sequence}.{index} waits for an earlier one of its prompt.", "Redeliver that one, or wait.");
            var again = found with { State = DeliveryState.Pending, DueAt = time.GetUtcNow(), Attempts = 0 };
            session.Webhooks.UpdateDelivery(again);
            return again;
        }, cancellation);
    }

    /// <summary>Sends a message that tells of nothing, once, and waits for what comes of it. Disabled webhooks get it too.</summary>
    /// <exception cref="QuireException"><c>webhook_not_found</c>.</exception>
    public async Task<DeliveryAnswer> Ping(Principal caller, string webhook, CancellationToken cancellation = default)
    {
        WebhookRules.Demand(caller);
        var found = await store.Read(session => WebhookRules.Require(session, caller, webhook), cancellation);
        var message = WebhookMessage.Ping(found, caller.Organisation, RandomNumberGenerator.GetHexString(WordLength, lowercase: true), time.GetUtcNow());
        return await _sender.Send(found, message, cancellation);
    }
}
