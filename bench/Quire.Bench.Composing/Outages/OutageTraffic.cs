using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using Quire.Testing.Traffic;

namespace Quire.Bench.Composing.Outages;

/// <summary>
/// Zipf traffic over all prompts while aliases move. Each answer is held against composing the same sources without caches, and its version against
/// those that the alias had between request and answer.
/// </summary>
internal sealed class OutageTraffic(OutageServer server, OutageOptions options, int capacity)
{
    private const int OwnTextClients = 3;
    private const int Names = 4;
    private const int MostKept = 100;
    private const double Skew = 1.0;
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(50);
    private readonly Zipf _zipf = new(options.Prompts, Skew);
    private readonly Random _random = new(options.Seed);
    private readonly Lock _trace = new();
    private readonly ExactLru<(int, int)> _exact = new(capacity);
    private readonly int[] _begun = new int[OutagePrompts.Moving];
    private readonly int[] _done = new int[OutagePrompts.Moving];
    private ConcurrentBag<double> _ownText = [];
    private ConcurrentBag<double> _kept = [];
    private long _requests;

    public ConcurrentQueue<string> Errors { get; } = new();

    public ConcurrentQueue<string> Stale { get; } = new();

    public ConcurrentQueue<string> Wrong { get; } = new();

    public int Moves { get; private set; }

    public long ExactHits => _exact.Hits;

    /// <summary>Sends until it is ended.</summary>
    public Task Run(CancellationToken end) => Task.WhenAll(
        [Move(end), Send(false, end), .. Enumerable.Range(0, OwnTextClients).Select(_ => Send(true, end))]);

    /// <summary>What was measured since the last time.</summary>
    public (Latencies OwnText, Latencies Kept) Take() =>
        (Latencies.Of(Interlocked.Exchange(ref _ownText, [])), Latencies.Of(Interlocked.Exchange(ref _kept, [])));

    private async Task Move(CancellationToken end)
    {
        using var timer = new PeriodicTimer(Pause);
        for (; !end.IsCancellationRequested; Moves++)
        {
            await timer.WaitForNextTickAsync(CancellationToken.None);
            var prompt = Moves % OutagePrompts.Moving;
            var next = Interlocked.Increment(ref _begun[prompt]);
            try
            {
                await server.Move(prompt, VersionAfter(next));
            }
            catch (Exception error) when (error is InvalidOperationException or HttpRequestException or TaskCanceledException)
            {
                Keep(Errors, $"moving p{prompt}: {error.Message}");
            }
            Interlocked.Exchange(ref _done[prompt], next);
        }
    }

    private async Task Send(bool ownText, CancellationToken end)
    {
        while (!end.IsCancellationRequested)
        {
            var (prompt, name) = Draw();
            try
            {
                await Send(prompt, name, ownText ? string.Create(CultureInfo.InvariantCulture, $"request {Interlocked.Increment(ref _requests)}") : null);
            }
            catch (Exception error) when (error is HttpRequestException or TaskCanceledException)
            {
                Keep(Errors, error.Message);
            }
        }
    }

    private async Task Send(int prompt, string name, string? userText)
    {
        var moves = prompt < OutagePrompts.Moving;
        var earliest = moves ? Volatile.Read(ref _done[prompt]) : 0;
        var started = Stopwatch.GetTimestamp();
        var (status, version, text) = await server.Compose(prompt, name, userText);
        (userText is null ? _kept : _ownText).Add(Stopwatch.GetElapsedTime(started).TotalMilliseconds);
        var latest = moves ? Volatile.Read(ref _begun[prompt]) : 0;
        if (status != 200)
        {
            Keep(Errors, $"{status} for p{prompt}: {text}");
            return;
        }
        lock (_trace)
            _exact.Use((prompt, version));
        if (!Enumerable.Range(earliest, latest - earliest + 1).Any(count => VersionAfter(count) == version))
            Keep(Stale, $"p{prompt} version {version} after {earliest} to {latest} moves");
        var expected = OutagePrompts.Compose(prompt, version, name, userText);
        if (text != expected)
            Keep(Wrong, $"p{prompt} version {version}: '{text}' instead of '{expected}'");
    }

    private (int Prompt, string Name) Draw()
    {
        lock (_random)
            return (_zipf.Next(_random), OutagePrompts.Name(_random.Next(Names)));
    }

    private static int VersionAfter(int moves) => 1 + (moves % 2);

    private static void Keep(ConcurrentQueue<string> list, string what)
    {
        if (list.Count < MostKept)
            list.Enqueue(what);
    }
}
