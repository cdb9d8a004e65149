using Quire.Core.Similarity;

namespace Quire.AspNetCore.Similarity;

/// <summary>Pairs of prompts that are much alike.</summary>
/// <param name="Items">The most similar first.</param>
internal sealed record SimilarPairList(IReadOnlyList<SimilarPair> Items);
