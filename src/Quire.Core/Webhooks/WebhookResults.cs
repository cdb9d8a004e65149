using Quire.Core.Stores;

namespace Quire.Core.Webhooks;

/// <summary>Writes what came of attempts, for one webhook.</summary>
/// <param name="store">Where deliveries are.</param>
/// <param name="time">The clock.</param>
internal sealed class WebhookResults(IStore store, TimeProvider time)
{
    /// <summary>How many deliveries that arrived, and how many dead ones, stay in the log of a webhook.</summary>
    public const int Kept = 1_000;

    private const int Gone = 410;
    private const int PruneEvery = 100;
    private int _settled = PruneEvery;

    /// <summary>Writes results.</summary>
    /// <returns>Why the webhook is to be disabled; null where it is not, <see cref="Lost"/> where another process has the lease, so that nothing was written.</returns>
    public async Task<string?> Write(Webhook webhook, long fence, IReadOnlyList<(WebhookDelivery Delivery, string Message, DeliveryAnswer Answer)> results, CancellationToken cancellation)
    {
        var now = time.GetUtcNow();
        var outcomes = results.Select(result => Outcome(result.Delivery, result.Message, result.Answer, now)).ToList();
        var settled = outcomes.Count(outcome => outcome.State != DeliveryState.Pending);
        var prunes = _settled + settled >= PruneEvery;
        var arrived = results.Any(result => result.Answer.Arrived);
        var reason = await store.Write(session =>
        {
            if (!session.Webhooks.Holds(webhook.Row, fence))
                return Lost;
            foreach (var outcome in outcomes)
                Write(session, outcome, now);
            if (prunes)
                Prune(session, webhook);
            return Judge(session, webhook, results.Any(result => result.Answer.Status == Gone), arrived, now);
        }, cancellation);
        _settled = prunes ? 0 : _settled + settled;
        return reason;
    }

    /// <summary>Another process delivers by now.</summary>
    public const string Lost = "lost";

    private static WebhookDelivery Outcome(WebhookDelivery delivery, string message, DeliveryAnswer answer, DateTimeOffset now)
    {
        var tried = delivery with { Attempts = delivery.Attempts + 1, AttemptedAt = now, Answer = answer };
        if (answer.Arrived)
            return tried with { State = DeliveryState.Delivered, DueAt = null };
        return RetrySchedule.After(tried.Attempts, message) is { } pause
            ? tried with { DueAt = now + pause }
            : tried with { State = DeliveryState.Dead, DueAt = null };
    }

    private static void Write(ISession session, WebhookDelivery outcome, DateTimeOffset now)
    {
        session.Webhooks.UpdateDelivery(outcome);
        if (outcome.State != DeliveryState.Pending)
            session.Webhooks.Promote(outcome.Webhook, outcome.OrderKey, now);
    }

    private static void Prune(ISession session, Webhook webhook)
    {
        session.Webhooks.Prune(webhook.Row, DeliveryState.Delivered, Kept);
        session.Webhooks.Prune(webhook.Row, DeliveryState.Dead, Kept);
    }

    private static string? Judge(ISession session, Webhook webhook, bool isGone, bool arrived, DateTimeOffset now)
    {
        if (isGone)
            return "gone";
        DateTimeOffset? since = arrived ? null : webhook.FailingSince ?? now;
        if (since != webhook.FailingSince)
            session.Webhooks.SetFailing(webhook.Row, since);
        return since + RetrySchedule.Patience <= now ? "failing" : null;
    }
}
