using System.Threading.Channels;
using Quire.Testing.Services;

namespace Quire.Redis.Tests.Bus;

public sealed class RedisBusTests(RedisFixture redis)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    [Fact]
    public async Task Every_listener_of_a_channel_hears_each_message_in_order()
    {
        using var bus = new RedisBus(redis.Server.Options(redis.NewPrefix()));
        await using var one = await Ear.Open(bus, "moves");
        await using var two = await Ear.Open(bus, "moves");
        await using var other = await Ear.Open(bus, "else");

        for (byte i = 0; i < 100; i++)
            (await bus.Publish("moves", new[] { i })).ShouldBeTrue();
        await bus.Publish("else", new byte[] { 200 });

        for (byte i = 0; i < 100; i++)
            ((await one.Next())[0], (await two.Next())[0]).ShouldBe((i, i));
        (await other.Next()).ShouldBe([200]);
    }

    [Fact]
    public async Task After_a_restart_the_listener_is_told_that_it_may_have_missed_something_and_hears_again()
    {
        if (RedisServer.MissingReason is { } reason)
            RequiredServices.Missing(reason);
        using var server = RedisServer.StartNew();
        using var bus = new RedisBus(server.Options());
        await using var ear = await Ear.Open(bus, "moves");

        server.Kill();
        (await bus.Publish("moves", new byte[] { 1 })).ShouldBeFalse();
        server.Start();
        await ear.Connected();
        using var fresh = new RedisBus(server.Options());

        (await fresh.Publish("moves", new byte[] { 2 })).ShouldBeTrue();
        (await ear.Next()).ShouldBe([2]);
    }

    /// <summary>A listener whose calls are waited for.</summary>
    private sealed class Ear : IAsyncDisposable
    {
        private readonly Channel<byte[]> _messages = Channel.CreateUnbounded<byte[]>();
        private readonly Channel<bool> _connected = Channel.CreateUnbounded<bool>();
        private readonly CancellationTokenSource _end = new();
        private Task _listening = Task.CompletedTask;

        public static async Task<Ear> Open(RedisBus bus, string channel)
        {
            var ear = new Ear();
            ear._listening = bus.Listen(channel, message => ear._messages.Writer.TryWrite(message.ToArray()), () => ear._connected.Writer.TryWrite(true), ear._end.Token);
            await ear.Connected();
            return ear;
        }

        public Task<byte[]> Next() => _messages.Reader.ReadAsync().AsTask().WaitAsync(Patience);

        public Task Connected() => _connected.Reader.ReadAsync().AsTask().WaitAsync(Patience);

        public async ValueTask DisposeAsync()
        {
            await _end.CancelAsync();
            await _listening;
            _end.Dispose();
        }
    }
}
