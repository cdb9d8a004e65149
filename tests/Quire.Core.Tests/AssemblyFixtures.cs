using Quire.Testing.Services;

[assembly: AssemblyFixture(typeof(PostgresFixture))]
