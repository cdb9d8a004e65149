using Quire.Core.Similarity;

namespace Quire.AspNetCore.Similarity;

/// <summary>Tags that might fit a prompt.</summary>
/// <param name="Items">The best first.</param>
internal sealed record TagSuggestionList(IReadOnlyList<TagSuggestion> Items);
