namespace Quire.Core.Lineage;

/// <summary>A run with all that it used and measured.</summary>
/// <param name="Run">The run.</param>
/// <param name="Uses">The versions that it used, by project, path and number.</param>
/// <param name="Metrics">What was measured, by name.</param>
public sealed record RunDetails(Run Run, IReadOnlyList<RunUse> Uses, IReadOnlyDictionary<string, double> Metrics);
