using Quire.Core.Search;

namespace Quire.AspNetCore.Search;

/// <summary>A page of what was found.</summary>
/// <param name="Items">The prompts, best first; a page may have fewer than were asked for although more follow.</param>
/// <param name="Next">What to send as <c>after</c> for the next page; absent at the end.</param>
/// <param name="IndexedThrough">The last change that the answer is sure to know.</param>
internal sealed record SearchPage(IReadOnlyList<SearchHitEntry> Items, string? Next, long IndexedThrough)
{
    /// <summary>What Core found.</summary>
    public static SearchPage Of(SearchResult found) => new([.. found.Hits.Select(SearchHitEntry.Of)], found.Next, found.IndexedThrough);
}
