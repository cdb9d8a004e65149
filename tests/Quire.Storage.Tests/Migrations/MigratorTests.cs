using System.Data.Common;
using Dapper;
using Microsoft.Data.Sqlite;
using Npgsql;
using Quire.Core.Errors;
using Quire.Storage.Migrations;
using Quire.Storage.Postgres;
using Quire.Storage.Sessions;
using Quire.Storage.Sqlite;
using Quire.Storage.Tests.Support;
using Quire.Testing.Time;

namespace Quire.Storage.Tests.Migrations;

public sealed class MigratorTests(Stores stores)
{
    private static readonly Migration First = Make(1, "CREATE TABLE a (id {identity}, name {text}, data {blob}){clustered};");
    private static readonly Migration Second = Make(2, "CREATE TABLE b (id bigint); CREATE TABLE c (id bigint);");

    [Theory, EveryDatabase]
    public void Steps_are_applied_once_and_remembered(Database database)
    {
        using var connection = Connect(database);
        var first = First with { Script = First.Script.Replace("{clustered}", "", StringComparison.Ordinal) };

        Run(connection, [first]);
        Run(connection, [first, Second]);
        Run(connection, [first, Second]);

        connection.Query<(long, string, long)>("SELECT number, name, applied_at FROM schema_migrations ORDER BY number")
            .ShouldBe([(1, "step1", Micros.From(new ManualClock().GetUtcNow())), (2, "step2", Micros.From(new ManualClock().GetUtcNow()))]);
        connection.Query<long>("SELECT count(*) FROM c").ShouldBe([0]);
    }

    [Theory, EveryDatabase]
    public void A_step_that_fails_leaves_nothing_of_itself(Database database)
    {
        using var connection = Connect(database);

        Should.Throw<DbException>(() => Run(connection, [Make(1, "CREATE TABLE good (id bigint);"), Make(2, "CREATE TABLE half (id bigint); CREATE TABLE good (id bigint);")]));

        connection.Query<long>("SELECT number FROM schema_migrations").ShouldBe([1]);
        Should.Throw<DbException>(() => connection.Query<long>("SELECT count(*) FROM half"));
    }

    [Theory, EveryDatabase]
    public void A_database_of_a_newer_version_is_refused_and_left_alone(Database database)
    {
        using var connection = Connect(database);
        Run(connection, [Make(1, "CREATE TABLE x (id bigint);"), Second]);

        var error = Should.Throw<QuireException>(() => Run(connection, [Make(1, "CREATE TABLE x (id bigint);")])).Error;

        error.Code.ShouldBe(StoreCodes.SchemaNewer);
        error.Message.ShouldBe("The database has schema 2 (step2); this version of Quire knows 1.");
    }

    [Theory, EveryDatabase]
    public void A_step_that_was_applied_with_another_text_is_refused(Database database)
    {
        using var connection = Connect(database);
        Run(connection, [Second with { Number = 1 }]);

        Should.Throw<QuireException>(() => Run(connection, [Second with { Number = 1, Hash = "other" }])).Error.Code.ShouldBe(StoreCodes.SchemaChanged);
    }

    [Fact]
    public void Words_for_the_other_database_are_left_out()
    {
        const string script = "a {text}\n--@postgres\nb\n--@end\n--@sqlite\nc\n--@end\nd\n";

        new SqliteDialect(writes: true).Expand(script).ShouldBe("a text COLLATE BINARY\nc\nd\n\n");
        new PostgresDialect().Expand(script).ShouldBe("a text COLLATE \"C\"\nb\nd\n\n");
    }

    [Fact]
    public void The_catalog_is_numbered_from_one_without_gaps()
    {
        MigrationCatalog.All.Select(migration => migration.Number).ShouldBe(Enumerable.Range(1, MigrationCatalog.All.Count).Select(number => (long)number));
        MigrationCatalog.All[0].Name.ShouldBe("first");
        MigrationCatalog.All.ShouldAllBe(migration => migration.Hash.Length == 64);
    }

    private static Migration Make(long number, string script) => new(number, $"step{number}", script, $"hash of {script}");

    private static void Run(DbConnection connection, IReadOnlyList<Migration> migrations) =>
        new Migrator(connection is SqliteConnection ? new SqliteDialect(writes: true) : new PostgresDialect(), migrations, new ManualClock()).Run(connection);

    private DbConnection Connect(Database database)
    {
        DbConnection connection = database == Database.Postgres
            ? new NpgsqlConnection(stores.Postgres.CreateDatabase().ConnectionString)
            : SqliteLinks.Memory().Connection;
        if (database == Database.Postgres)
            connection.Open();
        return connection;
    }
}
