namespace Quire.Testing.Services;

/// <summary>
/// One <see cref="PostgresCluster"/> for all tests of an assembly, started when the first of them asks. Use it as
/// <c>[assembly: AssemblyFixture(typeof(PostgresFixture))]</c> and take it in the test class's constructor.
/// </summary>
public sealed class PostgresFixture : IDisposable
{
    private readonly Lock _lock = new();
    private PostgresCluster? _cluster;

    /// <summary>The shared server. Skips or fails the running test where PostgreSQL is missing.</summary>
    public PostgresCluster Cluster
    {
        get
        {
            if (PostgresCluster.MissingReason is { } reason)
                RequiredServices.Missing(reason);
            lock (_lock)
                return _cluster ??= PostgresCluster.StartNew();
        }
    }

    /// <summary>An empty database for one test, dropped when disposed. Skips or fails the running test where PostgreSQL is missing.</summary>
    public PostgresDatabase CreateDatabase() => Cluster.CreateDatabase();

    /// <summary>Ends the server and removes its folder.</summary>
    public void Dispose() => _cluster?.Dispose();
}
