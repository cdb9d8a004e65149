using Quire.Core.Errors;
using Quire.Core.Stores;
using Quire.Storage.Sessions;
using Quire.Storage.Tests.Crashing;
using Quire.Storage.Tests.Support;

namespace Quire.Storage.Tests.Transactions;

public sealed class StoreTests(Stores stores)
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory, EveryDatabase]
    public async Task A_read_sees_one_state_whatever_is_written_meanwhile(Database database)
    {
        var scene = await stores.Scene(database);
        using var wrote = new SemaphoreSlim(0);
        Task write = Task.CompletedTask;

        var (before, after) = await scene.Read(session =>
        {
            var first = session.Organisations.Get(scene.OrganisationId)!.Sequence;
            write = Task.Run(async () =>
            {
                await scene.Write(other => other.Organisations.NextSequence(scene.OrganisationId));
                wrote.Release();
            }, Token);
            // In memory the writer waits for the reader; on the others it ends beside it.
            wrote.Wait(database == Database.SqliteMemory ? TimeSpan.FromMilliseconds(50) : TimeSpan.FromSeconds(20), Token).ShouldBe(database != Database.SqliteMemory);
            return (first, session.Organisations.Get(scene.OrganisationId)!.Sequence);
        });
        await write;

        before.ShouldBe(0);
        after.ShouldBe(0);
        (await scene.Read(session => session.Organisations.Get(scene.OrganisationId)))!.Sequence.ShouldBe(1);
    }

    [Theory, EveryDatabase]
    public async Task A_write_sees_what_it_wrote_and_others_see_it_when_the_task_is_done(Database database)
    {
        var scene = await stores.Scene(database);

        var inside = await scene.Write(session =>
        {
            var project = session.Projects.Add(scene.OrganisationId, "new", "refs/heads/main", Scene.Now);
            return (project, session.Projects.Find(scene.OrganisationId, "new"));
        });

        inside.Item2.ShouldBe(inside.project);
        (await scene.Read(session => session.Projects.Find(scene.OrganisationId, "new"))).ShouldBe(inside.project);
    }

    [Theory, EveryDatabase]
    public async Task An_exception_undoes_all_of_its_write_and_reaches_the_caller(Database database)
    {
        var scene = await stores.Scene(database);
        var thrown = new TimeoutException("mine");

        var caught = await Should.ThrowAsync<TimeoutException>(() => scene.Write<int>(session =>
        {
            session.Projects.Add(scene.OrganisationId, "new", "refs/heads/main", Scene.Now);
            throw thrown;
        }));

        caught.ShouldBeSameAs(thrown);
        (await scene.Read(session => session.Projects.Find(scene.OrganisationId, "new"))).ShouldBeNull();
    }

    [Theory, EveryDatabase]
    public async Task An_error_of_the_database_that_the_work_swallows_still_undoes_the_write(Database database)
    {
        var scene = await stores.Scene(database);

        await Should.ThrowAsync<InvalidOperationException>(() => scene.Write(session =>
        {
            session.Organisations.NextSequence(scene.OrganisationId);
            Should.Throw<InvalidOperationException>(() => session.Projects.Add(scene.OrganisationId, "prompts", "refs/heads/main", Scene.Now));
        }));

        (await scene.Read(session => session.Organisations.Get(scene.OrganisationId)))!.Sequence.ShouldBe(0);
    }

    [Theory, EveryDatabase]
    public async Task Writing_in_a_read_is_an_error_and_the_next_read_works(Database database)
    {
        var scene = await stores.Scene(database);

        await Should.ThrowAsync<InvalidOperationException>(() => scene.Read(session => session.Organisations.NextSequence(scene.OrganisationId)));

        (await scene.Read(session => session.Organisations.Get(scene.OrganisationId)))!.Sequence.ShouldBe(0);
    }

    [Theory, EveryDatabase]
    public async Task A_session_ends_with_its_work(Database database)
    {
        var scene = await stores.Scene(database);
        ISession? read = null;
        ISession? written = null;
        await scene.Read(session => read = session);
        await scene.Write(session => written = session);

        Should.Throw<InvalidOperationException>(() => read!.Organisations.List());
        Should.Throw<InvalidOperationException>(() => written!.Objects.TryRead(scene.ProjectId, Scene.Id(1), out _));
    }

    [Theory, EveryDatabase]
    public async Task A_cancelled_call_does_not_start(Database database)
    {
        var scene = await stores.Scene(database);
        var cancelled = new CancellationToken(canceled: true);
        var started = false;

        await Should.ThrowAsync<OperationCanceledException>(() => scene.Store.Write(_ => started = true, cancelled));
        await Should.ThrowAsync<OperationCanceledException>(() => scene.Store.Read(_ => started = true, cancelled));

        started.ShouldBeFalse();
    }

    [Theory, EveryDatabase]
    public async Task Sixteen_writers_take_numbers_without_a_gap_and_no_reader_ever_sees_one_before_its_predecessor(Database database)
    {
        const int Writers = 16;
        const int Each = 12;
        var scene = await stores.Scene(database);
        var done = false;
        var reader = Task.Run(async () =>
        {
            while (!Volatile.Read(ref done))
            {
                var seen = await scene.Read(session => session.Ledger.List(scene.OrganisationId, 0, 1000).Select(leaf => leaf.Sequence).ToList());
                seen.ShouldBe(Enumerable.Range(1, seen.Count).Select(number => (long)number));
            }
        }, Token);

        var taken = await Task.WhenAll(Enumerable.Range(0, Writers).Select(_ => Task.Run(async () =>
        {
            var mine = new List<long>();
            for (var i = 0; i < Each; i++)
                mine.Add(await scene.Write(session => CrashWork.Once(session, scene.OrganisationId, scene.ProjectId)));
            return mine;
        }, Token)));
        Volatile.Write(ref done, true);
        await reader;

        taken.SelectMany(mine => mine).Order().ShouldBe(Enumerable.Range(1, Writers * Each).Select(number => (long)number));
        taken.ShouldAllBe(mine => mine.SequenceEqual(mine.Order()));
        (await scene.Read(session => session.Organisations.Get(scene.OrganisationId)))!.Sequence.ShouldBe(Writers * Each);
    }

    [Theory, EveryDatabase]
    public async Task No_update_is_lost_between_writers_that_read_before_they_write(Database database)
    {
        const int Writers = 16;
        const int Each = 8;
        var scene = await stores.Scene(database);

        await Task.WhenAll(Enumerable.Range(0, Writers).Select(_ => Task.Run(async () =>
        {
            for (var i = 0; i < Each; i++)
                await scene.Write(session => session.Aliases.SetEpoch(scene.ProjectId, "production", session.Aliases.Epoch(scene.ProjectId, "production") + 1));
        }, Token)));

        (await scene.Read(session => session.Aliases.Epoch(scene.ProjectId, "production"))).ShouldBe(Writers * Each);
    }

    [Theory, EveryDatabase]
    public async Task Writers_that_look_first_and_then_add_agree_on_one_row(Database database)
    {
        var scene = await stores.Scene(database);

        var projects = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(() => scene.Write(session =>
            session.Projects.Find(scene.OrganisationId, "one") ?? session.Projects.Add(scene.OrganisationId, "one", "refs/heads/main", Scene.Now)), Token)));

        projects.Distinct().ShouldHaveSingleItem();
    }

    [Theory, EveryDatabase]
    public async Task A_sound_store_has_no_findings_and_a_lying_one_has(Database database)
    {
        await using var store = stores.Private(database);
        var scene = await Scene.Make(store, "main");
        (await store.CheckIntegrity(Token)).ShouldBeEmpty();

        await scene.Write(session =>
        {
            session.Refs.CompareAndSet(scene.ProjectId, "refs/heads/main", null, Scene.Id(1));
            ((SqlSession)session).Db.Execute("UPDATE organisations SET sequence = 0");
            session.Ledger.Add(new(scene.OrganisationId, 1, Scene.Now, "a", "{}", [1]));
            Scene.Standing(session, scene.Prompt("a"));
        });

        var findings = await store.CheckIntegrity(Token);
        findings.Count.ShouldBe(4);
        findings.ShouldContain("1 refs point to objects that are missing.");
    }

    [Theory, EveryDatabase]
    public async Task A_closed_store_says_so(Database database)
    {
        var store = stores.Private(database);
        await store.DisposeAsync();
        await store.DisposeAsync();

        (await Should.ThrowAsync<QuireException>(() => store.Write(_ => 0, Token))).Error.Code.ShouldBe(StoreCodes.Closed);
        (await Should.ThrowAsync<QuireException>(() => store.Read(_ => 0, Token))).Error.Code.ShouldBe(StoreCodes.Closed);
    }

    [Theory]
    [InlineData(Database.SqliteFile, "SQLite 3.")]
    [InlineData(Database.SqliteMemory, "SQLite 3.")]
    [InlineData(Database.Postgres, "PostgreSQL 1")]
    public void A_store_names_its_engine_and_version(Database database, string start) => stores.Get(database).Description.ShouldStartWith(start);
}
