namespace Quire.Core.Search;

/// <summary>A prompt that was found.</summary>
/// <param name="Project">Its project.</param>
/// <param name="Prompt">The prompt.</param>
/// <param name="Highlights">Where the words stand.</param>
public sealed record SearchHit(string Project, SearchCandidate Prompt, IReadOnlyList<SearchHighlight> Highlights);
