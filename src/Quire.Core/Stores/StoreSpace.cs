namespace Quire.Core.Stores;

/// <summary>How much room a store takes.</summary>
/// <param name="Bytes">All of it, in bytes.</param>
/// <param name="FreeBytes">What of that is free for rows to come; 0 where the database does not say.</param>
public sealed record StoreSpace(long Bytes, long FreeBytes);
