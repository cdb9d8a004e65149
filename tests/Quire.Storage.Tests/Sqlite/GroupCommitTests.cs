using Quire.Core.Errors;
using Quire.Core.Stores;
using Quire.Storage.Sessions;
using Quire.Storage.Tests.Support;
using Quire.Testing.Time;

namespace Quire.Storage.Tests.Sqlite;

public sealed class GroupCommitTests(Stores stores)
{
    // Groups end after a while; on a clock that stands still they end when nobody waits any more.
    private readonly ManualClock _clock = new();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(Database.SqliteFile)]
    [InlineData(Database.SqliteMemory)]
    public async Task A_failing_write_undoes_itself_and_the_others_of_its_group_stay(Database database)
    {
        await using var store = stores.Private(database, _clock);
        var scene = await Scene.Make(store, "main");
        using var group = new HeldGroup(scene.Store);

        var first = scene.Write(session => session.Projects.Add(scene.OrganisationId, "first", "b", Scene.Now));
        var failing = scene.Write<int>(session =>
        {
            session.Projects.Find(scene.OrganisationId, "first").ShouldNotBeNull();
            session.Projects.Add(scene.OrganisationId, "failing", "b", Scene.Now);
            throw new TimeoutException();
        });
        var constraint = scene.Write(session => session.Projects.Add(scene.OrganisationId, "first", "b", Scene.Now));
        var last = scene.Write(session => session.Projects.Add(scene.OrganisationId, "last", "b", Scene.Now));
        await group.Release();

        await first;
        await Should.ThrowAsync<TimeoutException>(() => failing);
        await Should.ThrowAsync<InvalidOperationException>(() => constraint);
        await last;
        (await scene.Read(session => session.Projects.List(scene.OrganisationId).Select(project => project.Name))).ShouldBe(["first", "last", "prompts"]);
    }

    [Theory]
    [InlineData(Database.SqliteFile)]
    [InlineData(Database.SqliteMemory)]
    public async Task A_commit_that_fails_fails_everyone_in_the_group_and_the_writer_goes_on(Database database)
    {
        await using var store = stores.Private(database, _clock);
        var scene = await Scene.Make(store, "main");
        using var group = new HeldGroup(scene.Store);

        var good = scene.Write(session => session.Organisations.NextSequence(scene.OrganisationId));
        var refused = scene.Write<int>(_ => throw new TimeoutException());
        // A foreign key that is checked at the commit makes the commit itself fail.
        var bad = scene.Write(session =>
        {
            var db = ((SqlSession)session).Db;
            db.Execute("PRAGMA defer_foreign_keys = ON");
            db.Execute("INSERT INTO projects (organisation_id, name, default_branch, created_at) VALUES (-1, 'x', 'y', 0)");
        });

        await Should.ThrowAsync<InvalidOperationException>(group.Release);
        await Should.ThrowAsync<InvalidOperationException>(() => good);
        await Should.ThrowAsync<InvalidOperationException>(() => refused);
        await Should.ThrowAsync<InvalidOperationException>(() => bad);
        (await scene.Write(session => session.Organisations.NextSequence(scene.OrganisationId))).ShouldBe(1);
    }

    [Fact]
    public async Task Nobody_is_answered_before_the_commit()
    {
        await using var store = stores.Private(Database.SqliteFile, _clock);
        var scene = await Scene.Make(store, "main");
        using var group = new HeldGroup(scene.Store);

        var early = scene.Write(session => session.Organisations.NextSequence(scene.OrganisationId));
        var failed = scene.Write<int>(_ => throw new TimeoutException());
        var late = scene.Write(session =>
        {
            early.IsCompleted.ShouldBeFalse();
            failed.IsCompleted.ShouldBeFalse();
        });
        await group.Release();

        await Task.WhenAll(early, late);
        await Should.ThrowAsync<TimeoutException>(() => failed);
    }

    [Fact]
    public async Task A_waiting_write_is_cancelled_at_once_and_never_runs()
    {
        await using var store = stores.Private(Database.SqliteFile, _clock);
        var scene = await Scene.Make(store, "main");
        using var group = new HeldGroup(scene.Store);
        using var cancellation = new CancellationTokenSource();
        var ran = false;

        var waiting = scene.Store.Write(_ => ran = true, cancellation.Token);
        await cancellation.CancelAsync();
        await Should.ThrowAsync<OperationCanceledException>(() => waiting);
        await group.Release();
        await scene.Write(_ => 0);

        ran.ShouldBeFalse();
    }

    [Fact]
    public async Task A_full_queue_refuses_further_writes()
    {
        await using var store = StoreFactory.Open(StoreFactory.Memory, TimeProvider.System, new StoreOptions { WriteQueue = 2 });
        using var group = new HeldGroup(store);
        var waiting = new[] { store.Write(_ => 1, Token), store.Write(_ => 2, Token) };

        var error = await Should.ThrowAsync<QuireException>(() => store.Write(_ => 3, Token));
        await group.Release();

        error.Error.Code.ShouldBe(StoreCodes.Busy);
        (await Task.WhenAll(waiting)).ShouldBe([1, 2]);
    }

    [Fact]
    public async Task Closing_lets_the_waiting_writes_finish()
    {
        var store = StoreFactory.Open(StoreFactory.Memory, TimeProvider.System);
        using var group = new HeldGroup(store);
        var waiting = store.Write(_ => 1, Token);

        var closing = store.DisposeAsync();
        var refused = store.Write(_ => 2, Token);
        await group.Release();
        await closing;

        (await waiting).ShouldBe(1);
        (await Should.ThrowAsync<QuireException>(() => refused)).Error.Code.ShouldBe(StoreCodes.Closed);
    }

    [Fact]
    public async Task Work_runs_in_the_context_of_its_caller()
    {
        var scene = await stores.Scene(Database.SqliteFile);
        var local = new AsyncLocal<string> { Value = "mine" };

        (await scene.Write(_ => local.Value)).ShouldBe("mine");
    }

    /// <summary>Keeps the writer busy, so that what is written meanwhile forms one group.</summary>
    private sealed class HeldGroup : IDisposable
    {
        private readonly ManualResetEventSlim _go = new();
        private readonly Task<int> _holder;

        public HeldGroup(IStore store)
        {
            using var began = new ManualResetEventSlim();
            _holder = store.Write(_ =>
            {
                began.Set();
                _go.Wait(TimeSpan.FromSeconds(20), Token);
                return 0;
            }, Token);
            began.Wait(TimeSpan.FromSeconds(20), Token).ShouldBeTrue();
        }

        public Task<int> Release()
        {
            _go.Set();
            return _holder;
        }

        public void Dispose() => _go.Set();
    }
}
