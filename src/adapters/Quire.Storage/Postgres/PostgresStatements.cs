using System.Data.Common;
using Npgsql;
using Quire.Storage.Sessions;

namespace Quire.Storage.Postgres;

/// <summary>Commands of one connection. None is prepared by itself (<see cref="PostgresServer.Source"/>); whoever runs one often prepares it.</summary>
internal sealed class PostgresStatements(NpgsqlConnection connection) : IStatements
{
#pragma warning disable CA2100 // The texts are constants of this assembly; values are parameters.
    public DbCommand Get(string sql) => new NpgsqlCommand(sql, connection);
#pragma warning restore CA2100

    public void Return(DbCommand command) => command.Dispose();
}
