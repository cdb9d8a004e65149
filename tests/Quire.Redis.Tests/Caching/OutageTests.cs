using System.Diagnostics;
using System.Globalization;
using Quire.Core.Composing;
using Quire.Testing;
using Quire.Testing.Services;

namespace Quire.Redis.Tests.Caching;

/// <summary>
/// Redis is killed, started again, filled and halted while prompts are composed and an alias moves. Every answer must be right: it equals what composing
/// without caches gives for a version that the alias had between request and answer.
/// </summary>
public sealed class OutageTests
{
    private const int Names = 2_000;
    private readonly List<string> _wrong = [];
    private readonly List<double> _milliseconds = [];
    private int _begun;
    private int _done;
    private int _fromRedis;

    [Fact]
    public async Task Whatever_happens_to_Redis_every_answer_is_right_and_none_is_stale()
    {
        if (RedisServer.MissingReason is { } reason)
            RequiredServices.Missing(reason);
        using var server = RedisServer.StartNew();
        using var tier = new RedisSecondTier(server.Options());
        await using var node = await Node.Open(tier);
        var random = Seeds.NewRandom();

        await Traffic("Redis well", node, random);
        _fromRedis.ShouldBeGreaterThan(0, "the second tier must have answered, or nothing was tested");
        server.Kill();
        await Traffic("killed", node, random);
        tier.Report.Available.ShouldBeFalse();
        server.Start();
        await Recovered("restarted", tier, node, random);
        await server.Run("CONFIG", "SET", "maxmemory", "1");
        await Traffic("full", node, random);
        await server.Run("CONFIG", "SET", "maxmemory", "0");
        var process = await server.ProcessId();
        await ServerControl.Signal(process, "STOP");
        try
        {
            await Traffic("halted", node, random);
        }
        finally
        {
            await ServerControl.Signal(process, "CONT");
        }
        await Recovered("resumed", tier, node, random);

        _wrong.ShouldBeEmpty();
    }

    private async Task Traffic(string what, Node node, Random random)
    {
        _milliseconds.Clear();
        _fromRedis = 0;
        for (var i = 0; i < 600; i++)
        {
            var move = i % 20 == 10 ? Move(node) : Task.CompletedTask;
            await Compose(node, random.Next(Names).ToString(CultureInfo.InvariantCulture), i % 10 == 0);
            await move;
        }
        _milliseconds.Sort();
        var report = node.Caches.Report().SecondTier!;
        TestContext.Current.TestOutputHelper?.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"{what}: median {_milliseconds[300]:0.000} ms, p99 {_milliseconds[594]:0.0} ms, worst {_milliseconds[^1]:0.0} ms, {_fromRedis} answers of 600 from Redis, so far {report.Failures} failures, {report.Skipped} skipped"));
    }

    private async Task Recovered(string what, RedisSecondTier tier, Node node, Random random)
    {
        var started = Stopwatch.GetTimestamp();
        while (!tier.Report.Available)
        {
            await Compose(node, "waiting" + random.Next(Names).ToString(CultureInfo.InvariantCulture), false);
            Stopwatch.GetElapsedTime(started).ShouldBeLessThan(TimeSpan.FromSeconds(60), "Redis is back but not used");
        }
        await Traffic(what, node, random);
        _fromRedis.ShouldBeGreaterThan(0, what);
    }

    private async Task Compose(Node node, string name, bool compare)
    {
        var earliest = Volatile.Read(ref _done);
        var started = Stopwatch.GetTimestamp();
        var (version, text, cache) = await node.Compose("greet@production", name);
        _milliseconds.Add(Stopwatch.GetElapsedTime(started).TotalMilliseconds);
        var latest = Volatile.Read(ref _begun);
        if (cache == CacheAnswer.SecondTier)
            _fromRedis++;
        if (!Enumerable.Range(earliest, latest - earliest + 1).Any(moves => 1 + (moves % Node.Versions) == version))
            _wrong.Add($"version {version} after {earliest} to {latest} moves");
        var expected = compare ? (await node.Compose($"greet@{version}", name, cached: false)).Text : $"Version {version} for {name}. Be kind.";
        if (text != expected)
            _wrong.Add($"'{text}' instead of '{expected}'");
    }

    private async Task Move(Node node)
    {
        var next = Interlocked.Increment(ref _begun);
        await node.Point(1 + (next % Node.Versions));
        Interlocked.Exchange(ref _done, next);
    }
}
