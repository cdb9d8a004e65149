namespace Quire.Core.Stores;

/// <summary>
/// Where everything durable lives. Work runs inside a session, synchronously; the asynchronous border is here (docs/adr/0003).
/// </summary>
public interface IStore : IAsyncDisposable
{
    /// <summary>Runs <paramref name="work"/> on one consistent snapshot. Writing in it is an error.</summary>
    Task<T> Read<T>(Func<ISession, T> work, CancellationToken cancellation = default);

    /// <summary>
    /// Runs <paramref name="work"/> in one transaction, alone or in order with every other writer of the rows it touches. All of it is durable
    /// when the task completes; an exception undoes all of it and reaches the caller. The work may run more than once, so it has no side effect
    /// outside the session.
    /// </summary>
    Task<T> Write<T>(Func<ISession, T> work, CancellationToken cancellation = default);

    /// <summary>What the database says of its own health: one sentence per damage, none when it is sound.</summary>
    Task<IReadOnlyList<string>> CheckIntegrity(CancellationToken cancellation = default);

    /// <summary>How much room the database takes.</summary>
    Task<StoreSpace> Space(CancellationToken cancellation = default);

    /// <summary>Gives free room back to the disk as far as the database can without keeping writers waiting, a little at a time.</summary>
    Task Reclaim(CancellationToken cancellation = default);

    /// <summary>The engine and its version, for people: <c>SQLite 3.35.5</c>.</summary>
    string Description { get; }
}
