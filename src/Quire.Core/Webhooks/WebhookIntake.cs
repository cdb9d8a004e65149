using Quire.Core.Changes;
using Quire.Core.Stores;

namespace Quire.Core.Webhooks;

/// <summary>Takes up the feed for one webhook: what it is to be told of becomes deliveries, in the transaction that notes how far the feed was read.</summary>
/// <param name="store">Where the feed is.</param>
/// <param name="time">The clock.</param>
internal sealed class WebhookIntake(IStore store, TimeProvider time)
{
    /// <summary>The deliveries of one webhook that may be pending. Beyond, the rest waits in the feed.</summary>
    public const int MaxPending = 10_000;

    private const int Batch = 500;
    private (long Sequence, int Index) _stored;
    private (long Sequence, int Index) _read;

    /// <summary>Whether so much was read that was not wanted that it is worth noting.</summary>
    public bool IsFarAhead => _read.Sequence > _stored.Sequence + Batch;

    /// <summary>Looks for events after what was read.</summary>
    public FeedIntake Look(ISession session, Webhook webhook)
    {
        if (_stored != (webhook.SeenSequence, webhook.SeenIndex))
            _stored = _read = (webhook.SeenSequence, webhook.SeenIndex);
        var nothing = FeedIntake.Nothing with { Sequence = _read.Sequence, Index = _read.Index };
        var last = session.Organisations.Get(webhook.OrganisationId)!.Sequence;
        if ((last <= _read.Sequence && _read.Index == int.MaxValue) || session.Webhooks.HasPending(webhook.Row, MaxPending))
            return nothing;
        // One row more than are taken, because the last one is understood by its successor.
        var rows = session.Feed.List(webhook.OrganisationId, _read.Sequence, _read.Index, Batch + 1);
        if (rows.Count <= Batch)
            return new FeedIntake(Wanted(session, webhook, rows, null), last, int.MaxValue, false);
        var taken = rows.Take(Batch).ToList();
        return new FeedIntake(Wanted(session, webhook, taken, rows[Batch]), taken[^1].Sequence, taken[^1].Index, true);
    }

    /// <summary>Remembers that a look brought nothing.</summary>
    public void Skip(FeedIntake intake) => _read = (intake.Sequence, intake.Index);

    /// <summary>Writes the events as deliveries. Only the first of each key is due; the others wait for it.</summary>
    /// <returns>Whether it was done: not where another process has the lease, or took them already.</returns>
    public async Task<bool> Take(Webhook webhook, long fence, FeedIntake intake, CancellationToken cancellation)
    {
        var now = time.GetUtcNow();
        var done = await store.Write(session =>
        {
            var current = session.Webhooks.Find(webhook.OrganisationId, webhook.Id);
            if (!session.Webhooks.Holds(webhook.Row, fence) || (current?.SeenSequence, current?.SeenIndex) != (webhook.SeenSequence, webhook.SeenIndex))
                return false;
            session.Webhooks.AddDeliveries(Deliveries(session, webhook, intake.Events, now));
            session.Webhooks.SetSeen(webhook.Row, intake.Sequence, intake.Index);
            return true;
        }, cancellation);
        _stored = _read = done ? (intake.Sequence, intake.Index) : default;
        return done;
    }

    private static List<FeedRow> Wanted(ISession session, Webhook webhook, IReadOnlyList<FeedRow> rows, FeedRow? next)
    {
        var events = WebhookEvents.Of(rows, next).Where(item => webhook.Events?.Contains(item.Event) != false).Select(item => item.Row).ToList();
        if (events.Count == 0 || webhook.Projects is not { } names)
            return events;
        var projects = session.Projects.List(webhook.OrganisationId).Where(project => names.Contains(project.Name)).Select(project => project.Id).ToHashSet();
        return events.FindAll(row => projects.Contains(row.ProjectId!.Value));
    }

    private static List<WebhookDelivery> Deliveries(ISession session, Webhook webhook, IReadOnlyList<FeedRow> events, DateTimeOffset now)
    {
        var busy = session.Webhooks.PendingKeys(webhook.Row, [.. events.Select(WebhookEvents.OrderKeyOf).Distinct()]).ToHashSet(StringComparer.Ordinal);
        return [.. events.Select(row => (Row: row, Key: WebhookEvents.OrderKeyOf(row))).Select(item => new WebhookDelivery
        {
            Webhook = webhook.Row,
            Sequence = item.Row.Sequence,
            Index = item.Row.Index,
            OrderKey = item.Key,
            DueAt = busy.Add(item.Key) ? now : null,
        })];
    }
}
