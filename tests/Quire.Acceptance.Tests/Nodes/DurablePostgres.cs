using Quire.Testing.Services;

namespace Quire.Acceptance.Tests.Nodes;

/// <summary>A PostgreSQL whose commits reach the disk, as servers demand, with connections for several of them.</summary>
public sealed class DurablePostgres : IDisposable
{
    private PostgresCluster? _cluster;

    /// <summary>An empty database for one test. Skips or fails the running test where PostgreSQL is missing.</summary>
    public PostgresDatabase CreateDatabase()
    {
        if (PostgresCluster.MissingReason is { } reason)
            RequiredServices.Missing(reason);
        return (_cluster ??= PostgresCluster.StartNew(new PostgresOptions { Fsync = true, MaxConnections = 250 })).CreateDatabase();
    }

    /// <inheritdoc/>
    public void Dispose() => _cluster?.Dispose();
}
