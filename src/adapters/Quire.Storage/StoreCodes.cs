namespace Quire.Storage;

/// <summary>The stable codes of the errors of a store, carried by <see cref="Core.Errors.QuireException"/>. Explained in docs/storage.md.</summary>
public static class StoreCodes
{
    /// <summary>Another process holds the data folder.</summary>
    public const string Locked = "store_locked";

    /// <summary>The disk or the database has no room left. Reading goes on.</summary>
    public const string Full = "store_full";

    /// <summary>The disk answered with an error.</summary>
    public const string Io = "store_io";

    /// <summary>The file is damaged, or no database.</summary>
    public const string Damaged = "store_damaged";

    /// <summary>Too many writers wait, or conflicting writers did not end.</summary>
    public const string Busy = "store_busy";

    /// <summary>The store was closed.</summary>
    public const string Closed = "store_closed";

    /// <summary>The database was written by a newer version of Quire.</summary>
    public const string SchemaNewer = "schema_newer";

    /// <summary>A migration that was applied is not the one that this version knows.</summary>
    public const string SchemaChanged = "schema_changed";

    /// <summary>The database server does not keep what it acknowledges.</summary>
    public const string UnsafeSettings = "unsafe_settings";

    /// <summary>The database server cannot be reached.</summary>
    public const string Unreachable = "store_unreachable";

    /// <summary>The connection broke while the transaction was being committed: it may or may not have happened.</summary>
    public const string OutcomeUnknown = "store_outcome_unknown";

    /// <summary>The data folder or the connection string cannot be used.</summary>
    public const string BadLocation = "bad_store_location";

    /// <summary>Any other error of the database.</summary>
    public const string Failed = "store_failed";
}
