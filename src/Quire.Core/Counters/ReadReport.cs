namespace Quire.Core.Counters;

/// <summary>The reads of one prompt in a time.</summary>
/// <param name="From">The first day.</param>
/// <param name="To">The last day.</param>
/// <param name="Total">How often it was read in all.</param>
/// <param name="Items">By day, newest first, then version, alias and key; at most <see cref="Limits.QuireLimits.PageSize"/>.</param>
/// <param name="IsWhole">Whether these are all of them.</param>
public sealed record ReadReport(DateOnly From, DateOnly To, long Total, IReadOnlyList<ReadCount> Items, bool IsWhole);
