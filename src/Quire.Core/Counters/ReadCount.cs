namespace Quire.Core.Counters;

/// <summary>How often something was read on a day.</summary>
/// <param name="Key">What was read, and by whom.</param>
/// <param name="Day">The day, in UTC.</param>
/// <param name="Count">How often.</param>
public sealed record ReadCount(ReadKey Key, DateOnly Day, long Count);
