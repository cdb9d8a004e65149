namespace Quire.AspNetCore.Counters;

/// <summary>How often a prompt was read.</summary>
/// <param name="Path">The prompt's path.</param>
/// <param name="Count">How often, whatever its version.</param>
internal sealed record TopReadsEntry(string Path, long Count);
