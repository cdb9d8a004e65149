using Quire.Core.Changes;
using Quire.Core.Stores;

namespace Quire.Core.Webhooks;

/// <summary>Delivers to one webhook: several keys at once, each key in order, and what fails holds up its own key only.</summary>
internal sealed class WebhookRunner(IStore store, ChangeSignal signal, TimeProvider time, WebhookSender sender, WebhookNotices notices, WebhookLease lease, long organisationId, string id)
{
    /// <summary>How many messages are under way to one webhook at once.</summary>
    public const int Parallel = 8;

    private static readonly TimeSpan Glance = TimeSpan.FromSeconds(1);
    private readonly WebhookIntake _intake = new(store, time);
    private readonly WebhookResults _results = new(store, time);
    private readonly Dictionary<string, Task<(WebhookDelivery Delivery, string Message, DeliveryAnswer Answer)>> _sending = new(StringComparer.Ordinal);

    /// <summary>Delivers until nothing is due, or another process does.</summary>
    public async Task Run(CancellationToken cancellation)
    {
        using var ending = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        try
        {
            while (await Step(ending.Token))
            {
            }
        }
        finally
        {
            // What was under way and is not known to have arrived is sent again.
            await ending.CancelAsync();
            await Task.WhenAll(_sending.Values.Cast<Task>()).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            _sending.Clear();
        }
    }

    /// <summary>Gives the lease back.</summary>
    public Task Release(CancellationToken cancellation) => lease.Release(cancellation);

    private async Task<bool> Step(CancellationToken cancellation)
    {
        var news = signal.Next;
        var (webhook, intake, due) = await store.Read(Look, cancellation);
        if (webhook is null)
            return false;
        if (intake.Events.Count == 0)
            _intake.Skip(intake);
        var takes = intake.Events.Count > 0 || _intake.IsFarAhead;
        if (!takes && due.Count == 0 && _sending.Count == 0)
            return intake.IsMore;
        var fence = lease.Fence;
        if (!await lease.Ensure(cancellation))
            return false;
        // What was read under no lease or an older one may be settled by now, so it is read again.
        if (lease.Fence != fence)
            return _sending.Count == 0;
        if (takes)
            return await _intake.Take(webhook, lease.Fence, intake, cancellation) || Lost();
        Send(webhook, due, cancellation);
        return await Gather(webhook, news, cancellation);
    }

    private (Webhook? Webhook, FeedIntake Intake, List<(WebhookDelivery Delivery, WebhookMessage Message)> Due) Look(ISession session)
    {
        if (session.Webhooks.Find(organisationId, id) is not { DisabledReason: null } webhook)
            return (null, FeedIntake.Nothing, []);
        var intake = _intake.Look(session, webhook);
        // Those under way are due still, so there are others beside them only in a list that is longer.
        var due = intake.Events.Count > 0 ? [] : session.Webhooks.ListDue(webhook, time.GetUtcNow(), 2 * Parallel);
        return (webhook, intake, Messages(session, webhook, [.. due.Where(item => !_sending.ContainsKey(item.Delivery.OrderKey))]));
    }

    private List<(WebhookDelivery Delivery, WebhookMessage Message)> Messages(ISession session, Webhook webhook, List<DueDelivery> due)
    {
        if (due.Count == 0)
            return [];
        var organisation = session.Organisations.Get(organisationId)!.Name;
        var projects = session.Projects.List(organisationId).ToDictionary(project => project.Id, project => project.Name);
        return due.ConvertAll(item => (item.Delivery, WebhookMessage.Of(webhook, item.Row, organisation, projects.GetValueOrDefault(item.Row.ProjectId ?? 0))));
    }

    private void Send(Webhook webhook, List<(WebhookDelivery Delivery, WebhookMessage Message)> due, CancellationToken cancellation)
    {
        foreach (var (delivery, message) in due.TakeWhile(_ => _sending.Count < Parallel))
        {
            if (!_sending.ContainsKey(delivery.OrderKey))
                _sending.Add(delivery.OrderKey, Send(webhook, delivery, message, cancellation));
        }
    }

    private async Task<(WebhookDelivery, string, DeliveryAnswer)> Send(Webhook webhook, WebhookDelivery delivery, WebhookMessage message, CancellationToken cancellation) =>
        (delivery, message.Id, await sender.Send(webhook, message, cancellation));

    private async Task<bool> Gather(Webhook webhook, Task news, CancellationToken cancellation)
    {
        await Any(news, cancellation);
        var done = _sending.Where(item => item.Value.IsCompleted).ToList();
        if (done.Count == 0)
            return true;
        var results = new List<(WebhookDelivery, string, DeliveryAnswer)>();
        foreach (var (_, task) in done)
            results.Add(await task);
        var reason = await _results.Write(webhook, lease.Fence, results, cancellation);
        done.ForEach(item => _sending.Remove(item.Key));
        if (reason == WebhookResults.Lost)
            return Lost();
        if (reason is not null)
            await notices.Disable(webhook, reason, cancellation);
        return reason is null;
    }

    // While receivers take their time, others of this webhook may come due.
    private async Task Any(Task news, CancellationToken cancellation)
    {
        Task any = _sending.Count < Parallel ? Task.WhenAny([.. _sending.Values, news]) : Task.WhenAny(_sending.Values);
        await any.WaitAsync(Glance, time, cancellation).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    }

    private bool Lost()
    {
        lease.Lose();
        return false;
    }
}
