namespace Quire.AspNetCore.Lineage;

/// <summary>What is added to a run.</summary>
internal sealed record RunPatchBody
{
    /// <summary>What was measured, by name; a metric that the run has may be said again with its value.</summary>
    public IReadOnlyDictionary<string, double>? Metrics { get; init; }

    /// <summary>Whether the run is finished, after which nothing is added; absent for no.</summary>
    public bool? Finished { get; init; }
}
