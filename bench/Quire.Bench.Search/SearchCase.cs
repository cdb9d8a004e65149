using Quire.Core.Search;

namespace Quire.Bench.Search;

/// <summary>One search, and the words that it means for the database alone.</summary>
/// <param name="Request">What Quire is asked.</param>
/// <param name="Words">The words, and those by which filters are indexed.</param>
internal sealed record SearchCase(SearchRequest Request, IReadOnlyList<string> Words);
