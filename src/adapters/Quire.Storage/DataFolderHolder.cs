namespace Quire.Storage;

/// <summary>Who holds a data folder.</summary>
/// <param name="ProcessId">The process.</param>
/// <param name="Address">The address that it serves; null where it serves none.</param>
/// <param name="Key">A key for that address that lives as long as the process; null where it serves none. It never reaches a log.</param>
public sealed record DataFolderHolder(int ProcessId, string? Address, string? Key)
{
    /// <summary>Everything but the key.</summary>
    public override string ToString() => $"process {ProcessId}{(Address is null ? "" : $" at {Address}")}";
}
