namespace Quire.Testing.Services;

/// <summary>An empty database of a <see cref="PostgresCluster"/>, dropped when disposed.</summary>
public sealed class PostgresDatabase : IDisposable
{
    private readonly PostgresCluster _cluster;

    internal PostgresDatabase(PostgresCluster cluster, string name)
    {
        _cluster = cluster;
        Name = name;
        ConnectionString = cluster.ConnectionString(name);
    }

    /// <summary>The database's name.</summary>
    public string Name { get; }

    /// <summary>The connection string, for Npgsql.</summary>
    public string ConnectionString { get; }

    /// <summary>Drops the database, with whoever is still connected to it.</summary>
    public void Dispose() => _cluster.Drop(Name);
}
