namespace Quire.Core.Similarity;

/// <summary>Two prompts that are much alike.</summary>
/// <param name="First">The older one.</param>
/// <param name="Second">The newer one.</param>
/// <param name="Score">The share of their character n-grams that both have, from 0 to 1.</param>
public sealed record SimilarPair(PairedPrompt First, PairedPrompt Second, double Score);
