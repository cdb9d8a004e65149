using Npgsql;
using Quire.Testing.Services;

namespace Quire.Testing.Tests.Services;

public sealed class PostgresFixtureTests(PostgresFixture postgres)
{
    [Fact]
    public void Two_databases_know_nothing_of_each_other()
    {
        using var one = postgres.CreateDatabase();
        using var two = postgres.CreateDatabase();

        Execute(one.ConnectionString, "CREATE TABLE t (n bigint)");

        Should.Throw<PostgresException>(() => Execute(two.ConnectionString, "SELECT n FROM t")).SqlState.ShouldBe(PostgresErrorCodes.UndefinedTable);
    }

    [Fact]
    public void A_dropped_database_is_gone()
    {
        var database = postgres.CreateDatabase();
        database.Dispose();

        Should.Throw<PostgresException>(() => Execute(database.ConnectionString, "SELECT 1")).SqlState.ShouldBe(PostgresErrorCodes.InvalidCatalogName);
    }

    [Fact]
    public void A_killed_server_comes_back_with_what_was_committed()
    {
        _ = postgres.Cluster; // skips where PostgreSQL is missing
        using var cluster = PostgresCluster.StartNew(new PostgresOptions { Fsync = true, Tcp = true });
        using var database = cluster.CreateDatabase();
        Execute(database.ConnectionString, "CREATE TABLE t (n bigint); INSERT INTO t VALUES (7)");

        cluster.Kill();
        Should.Throw<NpgsqlException>(() => Execute(database.ConnectionString, "SELECT 1"));
        cluster.Start();

        Execute(database.ConnectionString, "SELECT n FROM t").ShouldBe(7L);
    }

    [Fact]
    public void The_folder_goes_with_the_server()
    {
        _ = postgres.Cluster;
        var cluster = PostgresCluster.StartNew();
        Directory.Exists(cluster.Folder).ShouldBeTrue();

        cluster.Dispose();

        Directory.Exists(cluster.Folder).ShouldBeFalse();
    }

    private static object? Execute(string connectionString, string sql)
    {
        using var connection = new NpgsqlConnection(connectionString);
        connection.Open();
        using var command = new NpgsqlCommand(sql, connection);
        return command.ExecuteScalar();
    }
}
