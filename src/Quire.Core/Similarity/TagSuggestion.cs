namespace Quire.Core.Similarity;

/// <summary>A tag that a prompt might have.</summary>
/// <param name="Tag">The tag, as other prompts of the project have it.</param>
/// <param name="Score">How well it fits, from 0 to 1.</param>
/// <param name="Words">Words of the prompt that are characteristic for the tag, the most telling first.</param>
/// <param name="Similar">The most similar prompts that have the tag, by path.</param>
public sealed record TagSuggestion(string Tag, double Score, IReadOnlyList<string> Words, IReadOnlyList<string> Similar);
