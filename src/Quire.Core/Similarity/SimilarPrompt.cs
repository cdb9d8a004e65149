namespace Quire.Core.Similarity;

/// <summary>A prompt like another one.</summary>
/// <param name="Path">Its path.</param>
/// <param name="Score">How much of their character n-grams they share, from 0 to 1.</param>
public sealed record SimilarPrompt(string Path, double Score);
