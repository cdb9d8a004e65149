using System.Threading.Channels;
using Quire.Core.Changes;
using Quire.Storage.Tests.Support;

namespace Quire.Storage.Tests.Postgres;

public sealed class PostgresNewsTests(Stores stores)
{
    [Fact]
    public async Task A_number_is_told_when_it_is_committed()
    {
        await using var store = stores.Private(Database.Postgres);
        var organisation = await store.Write(session => session.Organisations.Add("main", TimeProvider.System.GetUtcNow()));
        var heard = Channel.CreateUnbounded<(long, long)>();
        var rounds = Channel.CreateUnbounded<bool>();
        using var end = new CancellationTokenSource();
        // The numbers are asked for at the beginning, then not for an hour: what comes after that was told.
        var listening = ((IChangeNews)store).Listen(TimeSpan.FromHours(1), (id, sequence) => heard.Writer.TryWrite((id, sequence)), () => rounds.Writer.TryWrite(true), end.Token);
        await rounds.Reader.ReadAsync();
        (await heard.Reader.ReadAsync()).ShouldBe((organisation.Id, 0));

        await Should.ThrowAsync<InvalidOperationException>(() => store.Write<long>(session => throw new InvalidOperationException($"{session.Organisations.NextSequence(organisation.Id)}")));
        (await store.Write(session => session.Organisations.NextSequence(organisation.Id))).ShouldBe(1);
        (await store.Write(session => session.Organisations.NextSequence(organisation.Id))).ShouldBe(2);

        (await heard.Reader.ReadAsync()).ShouldBe((organisation.Id, 1));
        (await heard.Reader.ReadAsync()).ShouldBe((organisation.Id, 2));
        await end.CancelAsync();
        await Should.ThrowAsync<OperationCanceledException>(listening);
    }
}
