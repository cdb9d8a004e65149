namespace Quire.Core.Search;

/// <summary>A page of what was found.</summary>
/// <param name="Hits">The prompts, best first.</param>
/// <param name="Next">Where the next page begins; null at the end.</param>
/// <param name="IndexedThrough">The last change that the answer is sure to know.</param>
public sealed record SearchResult(IReadOnlyList<SearchHit> Hits, string? Next, long IndexedThrough);
