namespace Quire.Core.Search;

/// <summary>What one look into the index gives.</summary>
/// <param name="State">What was searched.</param>
/// <param name="Found">The newest prompts that match and that the caller sees, by id descending.</param>
public sealed record SearchWindow(SearchState State, IReadOnlyList<SearchCandidate> Found);
