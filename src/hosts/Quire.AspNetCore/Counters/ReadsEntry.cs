namespace Quire.AspNetCore.Counters;

/// <summary>Reads of a day.</summary>
/// <param name="Day">The day, in UTC.</param>
/// <param name="Version">The version that was read.</param>
/// <param name="Alias">The alias that was asked for; absent where none was.</param>
/// <param name="Key">The id of the key that asked.</param>
/// <param name="Count">How often.</param>
internal sealed record ReadsEntry(DateOnly Day, long Version, string? Alias, string Key, long Count);
