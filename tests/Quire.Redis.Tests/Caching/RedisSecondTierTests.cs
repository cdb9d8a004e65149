using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using Quire.Core.Caching;
using Quire.Testing.Services;

namespace Quire.Redis.Tests.Caching;

public sealed class RedisSecondTierTests(RedisFixture redis)
{
    private static readonly TimeSpan Deadline = TimeSpan.FromSeconds(30);
    private static readonly CacheKey Key = new(1, Hash256.Of("a"));

    [Fact]
    public async Task What_was_stored_is_found_by_other_nodes_and_under_no_other_key()
    {
        var options = redis.Server.Options(redis.NewPrefix());
        using var one = new RedisSecondTier(options);
        using var other = new RedisSecondTier(options);
        byte[] value = [0, 1, 13, 10, 255];

        one.Set(Key, value);

        (await Stored(other, Key)).ToArray().ShouldBe(value);
        (await other.TryGet(new CacheKey(2, Key.Hash), Deadline)).ShouldBeNull();
        (await other.TryGet(new CacheKey(1, Hash256.Of("b")), Deadline)).ShouldBeNull();
        other.Report.Hits.ShouldBe(1);
        other.Report.Misses.ShouldBeGreaterThanOrEqualTo(2);
    }

    [Fact]
    public async Task Entries_go_after_their_lifetime()
    {
        var options = redis.Server.Options(redis.NewPrefix()) with { Lifetime = TimeSpan.FromHours(2) };
        using var tier = new RedisSecondTier(options);
        tier.Set(Key, new byte[10]);
        await Stored(tier, Key);

        var left = (await redis.Server.Run("TTL", $"{options.Prefix}:cache1:1:{Key.Hash}")).Number;

        left.ShouldBeInRange(7_100, 7_200);
    }

    [Fact]
    public async Task Many_look_ups_at_once_each_get_their_own()
    {
        using var tier = new RedisSecondTier(redis.Server.Options(redis.NewPrefix()));
        var keys = Enumerable.Range(0, 500).Select(i => new CacheKey(1, Hash256.Of($"{i}"))).ToList();
        foreach (var (key, i) in keys.Select((key, i) => (key, i)))
            tier.Set(key, BitConverter.GetBytes(i));
        await Stored(tier, keys[^1]);

        var found = await Task.WhenAll(keys.Select(key => tier.TryGet(key, Deadline).AsTask()));

        found.Select(value => BitConverter.ToInt32(value!.Value.Span)).ShouldBe(Enumerable.Range(0, 500));
    }

    [Fact]
    public async Task Clearing_takes_the_entries_of_one_organisation()
    {
        using var tier = new RedisSecondTier(redis.Server.Options(redis.NewPrefix()));
        for (var i = 0; i < 300; i++)
            tier.Set(new CacheKey(1, Hash256.Of($"{i}")), new byte[10]);
        var neighbour = new CacheKey(11, Key.Hash);
        tier.Set(neighbour, new byte[10]);
        await Stored(tier, neighbour);

        await tier.Clear(1);

        (await tier.TryGet(new CacheKey(1, Hash256.Of("7")), Deadline)).ShouldBeNull();
        (await tier.TryGet(neighbour, Deadline)).ShouldNotBeNull();
    }

    [Fact]
    public async Task A_value_too_large_for_it_is_left_out()
    {
        using var tier = new RedisSecondTier(redis.Server.Options(redis.NewPrefix()));

        tier.Set(Key, new byte[5 * 1024 * 1024]);

        (await tier.TryGet(Key, Deadline)).ShouldBeNull();
        tier.Report.Skipped.ShouldBe(1);
    }

    [Fact]
    public async Task Where_nobody_listens_the_answer_is_null_and_soon_nobody_asks()
    {
        using var tier = new RedisSecondTier(new RedisOptions { Host = "127.0.0.1", Port = LoopbackPort.Free() });

        for (var i = 0; i < 50; i++)
            (await tier.TryGet(Key, Deadline)).ShouldBeNull();

        tier.Report.Available.ShouldBeFalse();
        tier.Report.Failures.ShouldBeLessThan(10);
        tier.Report.Skipped.ShouldBeGreaterThan(30);
        await tier.Clear(1);
    }

    [Fact]
    public async Task A_server_that_accepts_and_says_nothing_costs_the_deadline_a_few_times_and_then_nothing()
    {
        using var mute = new TcpListener(IPAddress.Loopback, 0);
        mute.Start();
        using var tier = new RedisSecondTier(new RedisOptions { Host = "127.0.0.1", Port = ((IPEndPoint)mute.LocalEndpoint).Port });
        var started = Stopwatch.GetTimestamp();

        for (var i = 0; i < 200; i++)
            (await tier.TryGet(Key, TimeSpan.FromMilliseconds(20))).ShouldBeNull();

        tier.Report.Failures.ShouldBeInRange(5, 20);
        Stopwatch.GetElapsedTime(started).ShouldBeLessThan(TimeSpan.FromSeconds(20));
    }

    [Fact]
    public async Task A_server_that_speaks_something_else_is_no_cache()
    {
        using var other = new TcpListener(IPAddress.Loopback, 0);
        other.Start();
        _ = Task.Run(async () =>
        {
            using var client = await other.AcceptTcpClientAsync();
            await client.GetStream().WriteAsync("HTTP/1.1 400 Bad Request\r\n\r\n"u8.ToArray());
        });
        using var tier = new RedisSecondTier(new RedisOptions { Host = "127.0.0.1", Port = ((IPEndPoint)other.LocalEndpoint).Port });

        (await tier.TryGet(Key, Deadline)).ShouldBeNull();

        tier.Report.Failures.ShouldBe(1);
    }

    [Fact]
    public async Task A_wrong_password_is_a_failure_and_the_right_one_opens()
    {
        using var server = StartOwn();
        await server.Run("CONFIG", "SET", "requirepass", "open sesame");
        using var wrong = new RedisSecondTier(server.Options() with { Password = "guess" });
        using var right = new RedisSecondTier(server.Options() with { Password = "open sesame", Database = 3 });

        (await wrong.TryGet(Key, Deadline)).ShouldBeNull();
        right.Set(Key, new byte[3]);

        wrong.Report.Failures.ShouldBe(1);
        (await Stored(right, Key)).Length.ShouldBe(3);
    }

    [Fact]
    public async Task After_a_restart_it_connects_again_by_itself()
    {
        using var server = StartOwn();
        using var tier = new RedisSecondTier(server.Options());
        tier.Set(Key, new byte[3]);
        await Stored(tier, Key);

        server.Kill();
        (await tier.TryGet(Key, Deadline)).ShouldBeNull();
        server.Start();
        tier.Set(Key, new byte[4]);

        (await Stored(tier, Key, 4)).Length.ShouldBe(4);
    }

    [Fact]
    public async Task A_full_server_refuses_writes_and_goes_on_answering_look_ups()
    {
        using var server = StartOwn();
        using var tier = new RedisSecondTier(server.Options());
        tier.Set(Key, new byte[3]);
        await Stored(tier, Key);
        await server.Run("CONFIG", "SET", "maxmemory-policy", "noeviction");
        await server.Run("CONFIG", "SET", "maxmemory", "1");

        for (var i = 0; i < 20; i++)
            tier.Set(new CacheKey(1, Hash256.Of($"{i}")), new byte[100]);

        await Until(() => Task.FromResult(tier.Report.Failures == 20));
        (await tier.TryGet(Key, Deadline))!.Value.Length.ShouldBe(3);
        tier.Report.Available.ShouldBeTrue();
    }

    [Fact]
    public async Task Writes_to_a_server_that_stands_still_do_not_pile_up_without_end()
    {
        using var mute = new TcpListener(IPAddress.Loopback, 0);
        mute.Start();
        using var tier = new RedisSecondTier(new RedisOptions { Host = "127.0.0.1", Port = ((IPEndPoint)mute.LocalEndpoint).Port, Patience = TimeSpan.FromSeconds(30) });

        for (var i = 0; i < 100; i++)
            tier.Set(new CacheKey(1, Hash256.Of($"{i}")), new byte[1024 * 1024]);

        await Until(() => Task.FromResult(tier.Report.Failures + tier.Report.Skipped >= 80));
    }

    private static RedisServer StartOwn()
    {
        if (RedisServer.MissingReason is { } reason)
            RequiredServices.Missing(reason);
        return RedisServer.StartNew();
    }

    private static async Task<ReadOnlyMemory<byte>> Stored(RedisSecondTier tier, CacheKey key, int? length = null)
    {
        ReadOnlyMemory<byte>? found = null;
        await Until(async () => (found = await tier.TryGet(key, Deadline)) is { } value && (length is null || value.Length == length));
        return found!.Value;
    }

    private static async Task Until(Func<Task<bool>> condition)
    {
        var started = Stopwatch.GetTimestamp();
        while (!await condition())
        {
            Stopwatch.GetElapsedTime(started).ShouldBeLessThan(TimeSpan.FromSeconds(60), "waited too long");
            await Task.Yield();
        }
    }
}
