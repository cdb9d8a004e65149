using System.Collections.Concurrent;
using System.Threading.Channels;
using Quire.Core.Errors;
using Quire.Core.Stores;

namespace Quire.Core.Changes;

/// <summary>
/// Keeps the cached pointers of this process right while other processes write to the same store. A cache is right when it knows the feed's number:
/// whatever is between the number known and the number heard is read from the feed and announced. A process that cannot hear forgets its pointers
/// again and again, so that none is served for longer than <see cref="LongestDeafness"/>.
/// </summary>
/// <param name="store">Where the feed is. A store that no other process writes to has nothing to tell; then there is nothing to do.</param>
/// <param name="signal">Told of what others changed.</param>
/// <param name="time">The clock.</param>
public sealed class ChangeFollower(IStore store, ChangeSignal signal, TimeProvider time)
{
    /// <summary>How often the numbers are compared even though nothing was told: 500 ms.</summary>
    public static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(500);

    /// <summary>How long cached pointers are served without hearing from the store: 2 s.</summary>
    public static readonly TimeSpan LongestDeafness = TimeSpan.FromSeconds(2);

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan PauseAfterLoss = TimeSpan.FromMilliseconds(100);
    private readonly ConcurrentDictionary<long, long> _heard = new();
    private readonly ConcurrentDictionary<long, SemaphoreSlim> _turns = new();
    private readonly Channel<long> _behind = Channel.CreateBounded<long>(new BoundedChannelOptions(1_000) { FullMode = BoundedChannelFullMode.DropWrite });
    private readonly TaskCompletionSource _first = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private long _lastRound;

    /// <summary>Completes when the first round was heard; at once where there is nothing to hear.</summary>
    public Task First => store is IChangeNews ? _first.Task : Task.CompletedTask;

    /// <summary>Follows until it is cancelled.</summary>
    public async Task Run(CancellationToken cancellation)
    {
        if (store is not IChangeNews news)
            return;
        _lastRound = time.GetTimestamp();
        await Task.WhenAll(Listen(news, cancellation), Work(cancellation), Watch(cancellation));
    }

    /// <summary>Announces every change of the organisation that is durable now and was not announced yet.</summary>
    /// <returns>The number up to which cached pointers are right.</returns>
    public async Task<long> CatchUp(long organisationId, CancellationToken cancellation = default)
    {
        var turn = _turns.GetOrAdd(organisationId, _ => new SemaphoreSlim(1));
        await turn.WaitAsync(cancellation);
        try
        {
            var known = signal.Known(organisationId);
            foreach (var change in await store.Read(session => MissedChanges.Read(session, organisationId, known), cancellation))
                signal.Announce(change);
            return signal.Known(organisationId) ?? 0;
        }
        finally
        {
            turn.Release();
        }
    }

    private async Task Listen(IChangeNews news, CancellationToken cancellation)
    {
        while (!cancellation.IsCancellationRequested)
        {
            try
            {
                await news.Listen(Interval, Hear, Heard, cancellation);
            }
            catch (QuireException)
            {
                // Until it hears again, Watch forgets what cannot be relied on.
            }
            catch (OperationCanceledException) when (cancellation.IsCancellationRequested)
            {
                return;
            }
            await Task.Delay(PauseAfterLoss, time, cancellation).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    private void Hear(long organisationId, long sequence)
    {
        _heard.AddOrUpdate(organisationId, sequence, (_, known) => Math.Max(known, sequence));
        if (signal.Known(organisationId) is not { } known || known < sequence)
            _behind.Writer.TryWrite(organisationId);
    }

    private void Heard()
    {
        Interlocked.Exchange(ref _lastRound, time.GetTimestamp());
        _first.TrySetResult();
    }

    private async Task Work(CancellationToken cancellation)
    {
        try
        {
            await foreach (var organisationId in _behind.Reader.ReadAllAsync(cancellation))
                await Follow(organisationId, _heard[organisationId], cancellation);
        }
        catch (OperationCanceledException) when (cancellation.IsCancellationRequested)
        {
        }
    }

    private async Task Follow(long organisationId, long heard, CancellationToken cancellation)
    {
        if (signal.Known(organisationId) >= heard)
            return;
        using var limit = new CancellationTokenSource(Patience, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, cancellation);
        try
        {
            await CatchUp(organisationId, either.Token).WaitAsync(either.Token);
        }
        catch (Exception error) when (error is QuireException || (error is OperationCanceledException && !cancellation.IsCancellationRequested))
        {
            // What happened cannot be read just now, but that something did is certain.
            signal.Announce(AppliedChange.Gap(organisationId, heard));
        }
    }

    private async Task Watch(CancellationToken cancellation)
    {
        while (!cancellation.IsCancellationRequested)
        {
            await Task.Delay(Interval, time, cancellation).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            if (time.GetElapsedTime(Interlocked.Read(ref _lastRound)) + Interval >= LongestDeafness)
                signal.ForgetAll();
        }
    }
}
