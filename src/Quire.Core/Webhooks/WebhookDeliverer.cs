using System.Collections.Concurrent;
using System.Security.Cryptography;
using Quire.Core.Changes;
using Quire.Core.Outbound;
using Quire.Core.Sealing;
using Quire.Core.Stores;

namespace Quire.Core.Webhooks;

/// <summary>
/// Tells webhooks of what the feed says, at least once, in order per prompt. The feed is the outbox: a webhook knows how far it has read it, and only
/// what is still to arrive stands in rows of its own.
/// </summary>
public sealed class WebhookDeliverer
{
    private static readonly TimeSpan Glance = TimeSpan.FromSeconds(1);
    private readonly IStore _store;
    private readonly ChangeSignal _signal;
    private readonly TimeProvider _time;
    private readonly WebhookSender _sender;
    private readonly WebhookNotices _notices;
    private readonly string _owner = RandomNumberGenerator.GetHexString(16, lowercase: true);
    private readonly ConcurrentDictionary<long, WebhookRunner> _runners = new();
    private readonly Dictionary<long, Task> _running = [];

    /// <summary>Prepares to deliver.</summary>
    /// <param name="store">Where feed and webhooks are.</param>
    /// <param name="signal">Tells of changes.</param>
    /// <param name="outbound">The way out.</param>
    /// <param name="seal">Opens the secrets.</param>
    /// <param name="time">The clock.</param>
    public WebhookDeliverer(IStore store, ChangeSignal signal, IOutbound outbound, SecretSeal seal, TimeProvider time)
    {
        (_store, _signal, _time) = (store, signal, time);
        _sender = new WebhookSender(outbound, seal, time);
        _notices = new WebhookNotices(store, signal, time);
    }

    /// <summary>Delivers until it is cancelled, and gives its leases back.</summary>
    /// <param name="failed">Told of what went wrong; it is tried again.</param>
    /// <param name="cancellation">Ends it.</param>
    public async Task Run(Action<Exception> failed, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(failed);
        while (!cancellation.IsCancellationRequested)
        {
            var news = _signal.Next;
            await Guarded(() => Start(failed, cancellation), failed, cancellation);
            await news.WaitAsync(Glance, _time, cancellation).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
        await Task.WhenAll(_running.Values);
        foreach (var runner in _runners.Values)
            await Guarded(() => runner.Release(CancellationToken.None), failed, CancellationToken.None);
    }

    /// <summary>Delivers all that is due now, to all webhooks.</summary>
    public async Task CatchUp(CancellationToken cancellation = default)
    {
        var ready = await Ready(cancellation);
        await Task.WhenAll(ready.Select(runner => runner.Runner.Run(cancellation)));
    }

    private async Task Start(Action<Exception> failed, CancellationToken cancellation)
    {
        foreach (var (row, runner) in await Ready(cancellation))
        {
            if (!_running.TryGetValue(row, out var task) || task.IsCompleted)
                _running[row] = Task.Run(() => Guarded(() => runner.Run(cancellation), failed, cancellation), CancellationToken.None);
        }
    }

    private async Task<List<(long Row, WebhookRunner Runner)>> Ready(CancellationToken cancellation)
    {
        var ready = await _store.Read(session => session.Webhooks.ListReady(_time.GetUtcNow()), cancellation);
        return [.. ready.Select(webhook => (webhook.Row, _runners.GetOrAdd(webhook.Row, _ => Runner(webhook))))];
    }

    private WebhookRunner Runner(Webhook webhook)
    {
        var lease = new WebhookLease(_store, _time, _owner, _store is not IChangeNews, webhook.Row);
        return new WebhookRunner(_store, _signal, _time, _sender, _notices, lease, webhook.OrganisationId, webhook.Id);
    }

    private static async Task Guarded(Func<Task> work, Action<Exception> failed, CancellationToken cancellation)
    {
        try
        {
            await work();
        }
        catch (OperationCanceledException) when (cancellation.IsCancellationRequested)
        {
            // What was not settled is found in the store at the next start.
        }
        catch (Exception error)
        {
            failed(error);
        }
    }
}
