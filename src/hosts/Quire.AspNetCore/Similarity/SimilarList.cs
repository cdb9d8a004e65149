using Quire.Core.Similarity;

namespace Quire.AspNetCore.Similarity;

/// <summary>Prompts like another one.</summary>
/// <param name="Items">The most similar first.</param>
internal sealed record SimilarList(IReadOnlyList<SimilarPrompt> Items);
