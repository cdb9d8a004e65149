namespace Quire.Core.Similarity;

/// <summary>A prompt like another one.</summary>
/// <param name="Project">Its project.</param>
/// <param name="Path">Its path.</param>
/// <param name="Version">Its latest version, which was compared.</param>
/// <param name="Score">The share of their character n-grams that both have, from 0 to 1.</param>
/// <param name="Tags">Its tags.</param>
public sealed record SimilarPrompt(string Project, string Path, long Version, double Score, IReadOnlyList<string> Tags);
