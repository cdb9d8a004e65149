using System.Data.Common;
using System.Text;
using Dapper;
using Npgsql;
using Quire.Core.Access;
using Quire.Core.Contents;
using Quire.Core.Objects;
using Quire.Core.Organisations;
using Quire.Core.Search;
using Quire.Core.Stores;
using Quire.Storage.Migrations;
using Quire.Storage.Postgres;
using Quire.Storage.Sessions;
using Quire.Storage.Sqlite;
using Quire.Storage.Tests.Support;
using Quire.Testing;
using Quire.Versioning.Objects;

namespace Quire.Storage.Tests.Search;

/// <summary>A store of an earlier version has prompts and no index that this one can use.</summary>
public sealed class SearchUpgradeTests(Stores stores)
{
    private const int Prompts = 450;

    [Fact]
    public async Task A_store_of_before_is_indexed_behind_the_start_on_sqlite()
    {
        using var folder = new TempFolder();
        var file = Path.Combine(folder.Path, DataFolder.DatabaseFile);
        using (var link = SqliteLinks.Writer(file))
            Fill(new SqliteDialect(writes: true), link.Connection, link);

        await Check(folder.Path);
    }

    [Fact]
    public async Task A_store_of_before_is_indexed_behind_the_start_on_postgresql()
    {
        using var database = stores.Postgres.CreateDatabase();
        await using (var connection = new NpgsqlConnection(database.ConnectionString))
        {
            connection.Open();
            Fill(new PostgresDialect(), connection, new PostgresStatements(connection));
        }

        await Check(database.ConnectionString);
    }

    private static async Task Check(string place)
    {
        var stop = TestContext.Current.CancellationToken;
        await using (var store = StoreFactory.Open(place, TimeProvider.System, Stores.Options))
        {
            var before = await Search(store, "apple");
            before.Hits.ShouldBeEmpty();
            before.IndexedThrough.ShouldBe(0);
            await Should.ThrowAsync<InvalidOperationException>(() => Indexer(new StoreOfOneWrite(store)).CatchUp(stop));
        }

        await using var again = StoreFactory.Open(place, TimeProvider.System, Stores.Options);
        (await Indexer(again).CatchUp(stop)).ShouldBeInRange(1, Prompts - 1);

        var after = await Search(again, "apple");
        after.Hits.Count.ShouldBe(256);
        after.IndexedThrough.ShouldBe(3);
        (await Search(again, $"number{Prompts - 1}")).Hits.ShouldHaveSingleItem().Prompt.Path.ShouldBe($"p{Prompts - 1}");
        (await Search(again, "stale")).Hits.ShouldBeEmpty();
        (await Indexer(again).CatchUp(stop)).ShouldBe(0);
    }

    private static SearchIndexer Indexer(IStore store) => new(store, new ObjectCache(), new ContentReader());

    private static async Task<SearchResult> Search(IStore store, string text)
    {
        var organisation = await new ProjectService(store, new Core.Changes.ChangeSignal(), TimeProvider.System).EnsureFirst();
        return await new SearchService(store).Search(Principal.Owner(organisation.Id, organisation.Name), new SearchRequest { Text = text, Limit = 256 });
    }

    // As the version before left it: the schema up to then, prompts, and an index with a document in it.
    private static void Fill(IDialect dialect, DbConnection connection, IStatements statements)
    {
        var index = MigrationCatalog.All.Last(migration => migration.Name == "search").Number;
        new Migrator(dialect, [.. MigrationCatalog.All.Where(migration => migration.Number < index)], TimeProvider.System).Run(connection);
        using var transaction = connection.BeginTransaction();
        var session = new SqlSession(new Db(dialect, connection, statements), TimeProvider.System);
        var organisation = session.Organisations.Add("main", Scene.Now);
        for (var change = 0; change < 3; change++)
            session.Organisations.NextSequence(organisation.Id);
        var project = session.Projects.Add(organisation.Id, "prompts", "refs/heads/main", Scene.Now);
        for (var number = 0; number < Prompts; number++)
            Add(session, project, number);
        connection.Execute("INSERT INTO search_documents (prompt_id, project_id, number, path, description, tags, body, words) VALUES (1, 1, 1, 'p0', '', '[]', 'stale', 'stale')", transaction: transaction);
        transaction.Commit();
    }

    private static void Add(SqlSession session, Project project, int number)
    {
        var blob = GitObject.Blob(Encoding.UTF8.GetBytes($"apple number{number}"));
        session.Objects.Add(project.Id, [new StagedObject(blob, null)]);
        var scene = new Scene(null!, new Organisation(project.OrganisationId, "main", 0, Scene.Now), project);
        Scene.Standing(session, scene.Prompt($"p{number}"), 1, version => version with { Blob = blob.Id, Facts = new PromptFacts().ToJson() });
    }

    /// <summary>A process that ends after its first write.</summary>
    private sealed class StoreOfOneWrite(IStore inner) : IStore
    {
        private bool _wrote;

        public string Description => inner.Description;

        public Task<T> Read<T>(Func<ISession, T> work, CancellationToken cancellation = default) => inner.Read(work, cancellation);

        public Task<T> Write<T>(Func<ISession, T> work, CancellationToken cancellation = default)
        {
            if (_wrote)
                throw new InvalidOperationException("The process has ended.");
            _wrote = true;
            return inner.Write(work, cancellation);
        }

        public Task<IReadOnlyList<string>> CheckIntegrity(CancellationToken cancellation = default) => inner.CheckIntegrity(cancellation);

        public Task<StoreSpace> Space(CancellationToken cancellation = default) => inner.Space(cancellation);

        public Task Reclaim(CancellationToken cancellation = default) => inner.Reclaim(cancellation);

        public ValueTask DisposeAsync() => inner.DisposeAsync();
    }
}
