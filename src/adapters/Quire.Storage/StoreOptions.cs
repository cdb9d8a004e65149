namespace Quire.Storage;

/// <summary>Settings of a store. The defaults are right for production.</summary>
public sealed record StoreOptions
{
    /// <summary>How many writes may wait for SQLite's writer before further ones are refused with <see cref="StoreCodes.Busy"/>; 4,096 by default.</summary>
    public int WriteQueue { get; init; } = 4096;

    /// <summary>
    /// Accepts a PostgreSQL server whose <c>fsync</c> or <c>synchronous_commit</c> is off. Off by default: such a server loses acknowledged writes.
    /// Only for tests.
    /// </summary>
    public bool AllowUnsafeServer { get; init; }
}
