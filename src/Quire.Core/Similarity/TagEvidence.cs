namespace Quire.Core.Similarity;

/// <summary>A tag and what speaks for it.</summary>
/// <param name="Tag">The tag.</param>
/// <param name="Score">How well it fits, from 0 to 1.</param>
/// <param name="Words">The hashes of words that are characteristic for it, the most telling first.</param>
/// <param name="Similar">Similar prompts that have it, the most similar first.</param>
internal sealed record TagEvidence(string Tag, double Score, IReadOnlyList<uint> Words, IReadOnlyList<Sketched> Similar);
