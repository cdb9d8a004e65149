namespace Quire.Core.Lineage;

/// <summary>What a caller must see to see a run: one of these for each kind of version that the run used.</summary>
/// <param name="Run">The run's row.</param>
/// <param name="Project">The project of the version.</param>
/// <param name="Layer">The layer of the version that was used; null for a base.</param>
/// <param name="Scope">The scope of the version that was used.</param>
/// <param name="NewestLayer">The layer of the prompt's newest version.</param>
/// <param name="NewestScope">The scope of the prompt's newest version.</param>
public sealed record RunSight(long Run, string Project, string? Layer, string? Scope, string? NewestLayer, string? NewestScope);
