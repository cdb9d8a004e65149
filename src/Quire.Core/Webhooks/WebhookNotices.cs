using Quire.Core.Changes;
using Quire.Core.Stores;

namespace Quire.Core.Webhooks;

/// <summary>Makes changes of webhooks, which the feed and the ledger tell of: by the id, never with the URL.</summary>
/// <param name="store">Where they are written.</param>
/// <param name="signal">Told of each.</param>
/// <param name="time">The clock.</param>
internal sealed class WebhookNotices(IStore store, ChangeSignal signal, TimeProvider time)
{
    private const string Deliverer = "webhooks";

    /// <summary>Makes a change.</summary>
    /// <param name="organisationId">The organisation.</param>
    /// <param name="actor">Who does it.</param>
    /// <param name="write">Writes, and says what to tell.</param>
    /// <param name="cancellation">Ends it.</param>
    /// <returns>What was written, and the number of the change.</returns>
    public async Task<(T Result, long Sequence)> Change<T>(long organisationId, string actor, Func<ISession, DateTimeOffset, (T Result, WebhookNotice Notice)> write, CancellationToken cancellation)
    {
        var (result, sequence) = await store.Write(session =>
        {
            var now = time.GetUtcNow();
            var number = ChangeRecorder.TakeNumber(session, organisationId);
            var (written, notice) = write(session, now);
            ChangeRecorder.Write(session, organisationId, number, actor, now,
            [
                new FeedRow
                {
                    OrganisationId = organisationId, Sequence = number, Index = 0, At = now, Kind = "webhook", Name = notice.Id, Old = notice.Before, New = notice.After, Actor = actor,
                },
            ]);
            return (written, number);
        }, cancellation);
        signal.Announce(new AppliedChange(organisationId, null, sequence));
        return (result, sequence);
    }

    /// <summary>Disables a webhook that cannot be reached, so that people hear of it.</summary>
    public Task Disable(Webhook webhook, string reason, CancellationToken cancellation) => Change(webhook.OrganisationId, Deliverer, (session, _) =>
    {
        var current = session.Webhooks.Find(webhook.OrganisationId, webhook.Id) ?? webhook;
        var disabled = current with { DisabledReason = current.DisabledReason ?? reason };
        session.Webhooks.Update(disabled);
        return (disabled, new WebhookNotice(webhook.Id, WebhookNotice.StateOf(current), WebhookNotice.StateOf(disabled)));
    }, cancellation);
}
