namespace Quire.Core.Lineage;

/// <summary>A page of runs.</summary>
/// <param name="Items">The runs, newest first.</param>
/// <param name="Next">The run's id after which the next page begins; null where there is none.</param>
public sealed record RunPage(IReadOnlyList<Run> Items, string? Next);
