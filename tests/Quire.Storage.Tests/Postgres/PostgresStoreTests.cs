using Npgsql;
using Quire.Core.Errors;
using Quire.Storage.Postgres;
using Quire.Storage.Sessions;
using Quire.Storage.Tests.Support;
using Quire.Testing.Services;

namespace Quire.Storage.Tests.Postgres;

public sealed class PostgresStoreTests(Stores stores)
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public void A_server_that_loses_what_it_acknowledges_is_refused()
    {
        using var database = stores.Postgres.CreateDatabase();

        var error = Should.Throw<QuireException>(() => PostgresStore.Open(database.ConnectionString, TimeProvider.System)).Error;

        error.Code.ShouldBe(StoreCodes.UnsafeSettings);
        error.Message.ShouldBe("The PostgreSQL server has fsync = off.");
    }

    [Fact]
    public async Task A_safe_server_is_refused_where_its_commits_need_not_be_durable()
    {
        if (PostgresCluster.MissingReason is { } reason)
            RequiredServices.Missing(reason);
        using var cluster = PostgresCluster.StartNew(new PostgresOptions { Fsync = true });
        using var database = cluster.CreateDatabase();
        await PostgresStore.Open(database.ConnectionString, TimeProvider.System).DisposeAsync();
        var lazy = new NpgsqlConnectionStringBuilder(database.ConnectionString) { Options = "-c synchronous_commit=off" };

        Should.Throw<QuireException>(() => PostgresStore.Open(lazy.ConnectionString, TimeProvider.System)).Error.Message.ShouldContain("synchronous_commit = off");
    }

    [Fact]
    public async Task Nodes_that_start_at_once_share_one_migration()
    {
        using var database = stores.Postgres.CreateDatabase();

        var nodes = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(() => PostgresStore.Open(database.ConnectionString, TimeProvider.System, Stores.Options), Token)));

        await Scene.Make(nodes[0], "main");
        foreach (var node in nodes)
        {
            (await node.Read(session => session.Organisations.Find("main"), Token)).ShouldNotBeNull();
            await node.DisposeAsync();
        }
    }

    [Fact]
    public void A_server_that_is_not_there_is_named_as_such()
    {
        var error = Should.Throw<QuireException>(() => PostgresStore.Open($"Host=127.0.0.1;Port={LoopbackPort.Free()};Username=u;Password=secret;Timeout=2", TimeProvider.System)).Error;

        error.Code.ShouldBe(StoreCodes.Unreachable);
        error.Kind.ShouldBe(ErrorKind.Unavailable);
        $"{error.Message} {error.Hint}".ShouldNotContain("secret");
    }

    [Fact]
    public async Task A_writer_that_collides_runs_again_and_a_writer_that_collides_for_ever_gives_up()
    {
        var scene = await stores.Scene(Database.Postgres);
        var runs = 0;

        (await scene.Write(session => ++runs < 3 ? ((SqlSession)session).Db.Find<int>("DO $$ BEGIN RAISE SQLSTATE '40001'; END $$") : 7)).ShouldBe(7);
        runs.ShouldBe(3);

        var error = await Should.ThrowAsync<QuireException>(() => scene.Write(session =>
        {
            runs++;
            ((SqlSession)session).Db.Execute("DO $$ BEGIN RAISE SQLSTATE '40P01'; END $$");
        }));
        error.Error.Code.ShouldBe(StoreCodes.Busy);
        runs.ShouldBe(8);
    }

    [Theory]
    [InlineData("53100", StoreCodes.Full)]
    [InlineData("53300", StoreCodes.Busy)]
    [InlineData("58030", StoreCodes.Io)]
    [InlineData("XX001", StoreCodes.Damaged)]
    [InlineData("08006", StoreCodes.Unreachable)]
    [InlineData("57P01", StoreCodes.Unreachable)]
    [InlineData("42501", StoreCodes.Failed)]
    public async Task Errors_of_the_server_have_codes_of_their_own(string state, string code)
    {
        var scene = await stores.Scene(Database.Postgres);

        var error = await Should.ThrowAsync<QuireException>(() => scene.Write(session => ((SqlSession)session).Db.Execute($"DO $$ BEGIN RAISE SQLSTATE '{state}'; END $$")));

        error.Error.Code.ShouldBe(code);
        error.Error.Kind.ShouldBe(ErrorKind.Unavailable);
    }

    [Fact]
    public async Task A_connection_that_breaks_in_the_middle_is_an_error_and_the_next_write_works()
    {
        var scene = await stores.Scene(Database.Postgres);

        var error = await Should.ThrowAsync<QuireException>(() => scene.Write(session =>
        {
            session.Organisations.NextSequence(scene.OrganisationId);
            ((SqlSession)session).Db.Execute("SELECT pg_terminate_backend(pg_backend_pid())");
        }));

        error.Error.Code.ShouldBe(StoreCodes.Unreachable);
        (await scene.Write(session => session.Organisations.NextSequence(scene.OrganisationId))).ShouldBe(1);
    }

    [Fact]
    public async Task A_text_that_the_database_cannot_keep_is_refused()
    {
        var scene = await stores.Scene(Database.Postgres);

        await Should.ThrowAsync<InvalidOperationException>(() => scene.AnotherProject("nul\0"));
    }

    [Fact]
    public async Task An_index_that_is_not_valid_is_found()
    {
        await using var store = stores.Private(Database.Postgres);
        await Scene.Make(store, "main");
        await store.Write(session => ((SqlSession)session).Db.Execute("UPDATE pg_index SET indisvalid = false WHERE indexrelid = 'prompts_standing'::regclass"), Token);

        (await store.CheckIntegrity(Token)).ShouldBe(["The index prompts_standing is not valid; rebuild it with REINDEX."]);
    }
}
