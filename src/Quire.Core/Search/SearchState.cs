namespace Quire.Core.Search;

/// <summary>What a search needs to know before it begins, in one look.</summary>
/// <param name="Sequence">The organisation's last change.</param>
/// <param name="IsAnythingDeferred">Whether any prompt waits to be indexed, whoever sees it.</param>
/// <param name="Newest">The highest id that the index has, whosever it is; 0 where it has none.</param>
/// <param name="Projects">The organisation's projects, or the one that was named.</param>
public sealed record SearchState(long Sequence, bool IsAnythingDeferred, long Newest, IReadOnlyList<SearchProject> Projects);
