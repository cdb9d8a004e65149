namespace Quire.Testing.Services;

/// <summary>How a <see cref="PostgresCluster"/> runs.</summary>
public sealed record PostgresOptions
{
    /// <summary>Whether commits reach the disk. Off by default: only tests that kill the machine's power need it.</summary>
    public bool Fsync { get; init; }

    /// <summary>Whether it also listens on a free port of 127.0.0.1; otherwise only on a unix socket.</summary>
    public bool Tcp { get; init; }

    /// <summary>The highest number of connections, 100 by default.</summary>
    public int MaxConnections { get; init; } = 100;

    /// <summary>Further settings, for example <c>("log_statement", "all")</c>.</summary>
    public IReadOnlyList<(string Name, string Value)> Settings { get; init; } = [];
}
