using Npgsql;
using Quire.Core.Errors;
using Quire.Storage.Postgres;
using Quire.Storage.Sqlite;
using Quire.Storage.Tests.Support;
using Quire.Testing;

namespace Quire.Storage.Tests.Locations;

public sealed class StoreFactoryTests(Stores stores)
{
    [Fact]
    public async Task A_location_names_memory_a_server_or_a_folder()
    {
        using var folder = new TempFolder();
        using var database = stores.Postgres.CreateDatabase();
        await using var memory = StoreFactory.Open(":memory:", TimeProvider.System);
        await using var file = StoreFactory.Open(folder.Combine("data"), TimeProvider.System);
        await using var server = StoreFactory.Open(database.ConnectionString, TimeProvider.System, Stores.Options);

        memory.ShouldBeOfType<SqliteStore>().Folder.ShouldBeNull();
        file.ShouldBeOfType<SqliteStore>().Folder!.Path.ShouldBe(folder.Combine("data"));
        server.ShouldBeOfType<PostgresStore>();
    }

    [Theory]
    [InlineData("postgres://ada:p%40ss@db.example:5433/quire?sslmode=require", "Host=db.example;Port=5433;Database=quire;Username=ada;Password=p@ss;SSL Mode=Require")]
    [InlineData("POSTGRESQL://db.example/quire", "Host=db.example;Database=quire")]
    [InlineData("postgres:///quire?host=/run/postgresql", "Database=quire;Host=/run/postgresql")]
    [InlineData("Database=x; host=db.example", "Database=x;Host=db.example")]
    public void A_server_is_named_by_address_or_keywords(string location, string expected) => PostgresAddress.TryParse(location).ShouldBe(expected);

    [Theory]
    [InlineData("Host=x", 0)]
    [InlineData("Host=x;Max Auto Prepare=100", 100)]
    [InlineData("Host=x;MaxAutoPrepare=7", 7)]
    public async Task Statements_are_prepared_only_where_the_owner_asks_for_it(string location, int expected)
    {
        await using var source = PostgresServer.Source(location);

        new NpgsqlConnectionStringBuilder(source.ConnectionString).MaxAutoPrepare.ShouldBe(expected);
    }

    [Theory]
    [InlineData("data")]
    [InlineData("/var/lib/quire")]
    [InlineData("C:\\quire")]
    [InlineData("postgres")]
    public void Everything_else_is_a_folder(string location) => PostgresAddress.TryParse(location).ShouldBeNull();

    [Theory]
    [InlineData("postgres://ada:secret@host:notaport/x")]
    [InlineData("postgres://ada:secret@host/x?no_such_word=1")]
    [InlineData("Host=x;Password=secret;No Such Word=1")]
    public void A_server_that_is_named_wrongly_is_refused_without_repeating_the_password(string location)
    {
        var error = Should.Throw<QuireException>(() => StoreFactory.Open(location, TimeProvider.System)).Error;

        error.Code.ShouldBe(StoreCodes.BadLocation);
        $"{error.Message} {error.Hint}".ShouldNotContain("secret");
    }
}
