namespace Quire.AspNetCore.Counters;

/// <summary>The prompts of a project that were read most.</summary>
/// <param name="Items">Those read most first.</param>
internal sealed record TopReadsAnswer(IReadOnlyList<TopReadsEntry> Items);
