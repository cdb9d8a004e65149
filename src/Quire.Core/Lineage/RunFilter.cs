namespace Quire.Core.Lineage;

/// <summary>Which runs are meant.</summary>
/// <param name="Kind">Only these; null for every kind.</param>
/// <param name="Finished">Only finished ones, or only unfinished ones; null for both.</param>
public sealed record RunFilter(RunKind? Kind = null, bool? Finished = null);
