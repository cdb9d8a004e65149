namespace Quire.Core.Counters;

/// <summary>How often a prompt was read.</summary>
/// <param name="Path">The prompt's path.</param>
/// <param name="Count">How often, whatever its version.</param>
public sealed record PromptReads(string Path, long Count);
