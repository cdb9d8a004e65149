namespace Quire.Core.Search;

/// <summary>What was searched, and how far the index has come.</summary>
/// <param name="Sequence">The organisation's last change.</param>
/// <param name="Projects">The projects that were searched.</param>
public sealed record SearchState(long Sequence, IReadOnlyList<SearchProject> Projects);
