using System.Data.Common;
using Dapper;
using Quire.Core.Errors;
using Quire.Storage.Sessions;

namespace Quire.Storage.Migrations;

/// <summary>Brings a database to the schema of this version, one transaction per step.</summary>
internal sealed class Migrator(IDialect dialect, IReadOnlyList<Migration> migrations, TimeProvider time)
{
    private const string Table =
        "CREATE TABLE IF NOT EXISTS schema_migrations (number bigint NOT NULL PRIMARY KEY, name text NOT NULL, hash text NOT NULL, applied_at bigint NOT NULL)";

    /// <summary>Applies what is missing. The caller sees to it that nobody else does so at once.</summary>
    /// <exception cref="QuireException"><see cref="StoreCodes.SchemaNewer"/> or <see cref="StoreCodes.SchemaChanged"/>; nothing was changed.</exception>
    public void Run(DbConnection connection)
    {
        connection.Execute(Table);
        var applied = connection.Query<AppliedMigration>("SELECT number, name, hash FROM schema_migrations ORDER BY number").AsList();
        Check(applied);
        foreach (var migration in migrations.Skip(applied.Count))
            Apply(connection, migration);
    }

    private void Check(List<AppliedMigration> applied)
    {
        for (var i = 0; i < applied.Count; i++)
        {
            if (i >= migrations.Count)
            {
                throw new QuireException(ErrorKind.Unavailable, StoreCodes.SchemaNewer,
                    $"The database has schema {applied[^1].Number} ({applied[^1].Name}); this version of Quire knows {migrations.Count}.",
                    "Start the version of Quire that wrote it, or a newer one. Nothing was changed.");
            }
            if (applied[i].Number != migrations[i].Number || applied[i].Hash != migrations[i].Hash)
            {
                throw new QuireException(ErrorKind.Unavailable, StoreCodes.SchemaChanged,
                    $"The database was made with another text of migration {applied[i].Number} ({applied[i].Name}) than this version carries.",
                    "It comes from a build that was never released. Start that build, export, and import into a new folder. Nothing was changed.");
            }
        }
    }

    private void Apply(DbConnection connection, Migration migration)
    {
        using var transaction = connection.BeginTransaction();
        connection.Execute(dialect.Expand(migration.Script), transaction: transaction);
        connection.Execute("INSERT INTO schema_migrations (number, name, hash, applied_at) VALUES (@Number, @Name, @Hash, @at)",
            new { migration.Number, migration.Name, migration.Hash, at = Micros.From(time.GetUtcNow()) }, transaction);
        transaction.Commit();
    }
}
