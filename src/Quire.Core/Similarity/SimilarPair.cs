namespace Quire.Core.Similarity;

/// <summary>Two prompts that are much alike.</summary>
/// <param name="First">The path of one.</param>
/// <param name="Second">The path of the other.</param>
/// <param name="Score">How much of their character n-grams they share, from 0 to 1.</param>
public sealed record SimilarPair(string First, string Second, double Score);
