namespace Quire.Core.Similarity;

/// <summary>The pairs that were found.</summary>
/// <param name="Items">The most similar first.</param>
/// <param name="More">Whether pairs were left out, because more were found than were asked for.</param>
public sealed record SimilarPairs(IReadOnlyList<SimilarPair> Items, bool More);
