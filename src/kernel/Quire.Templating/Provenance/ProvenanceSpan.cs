namespace Quire.Templating.Provenance;

/// <summary>Who wrote a span of the output.</summary>
/// <param name="Start">The first UTF-16 unit.</param>
/// <param name="Length">The length in UTF-16 units, at least 1.</param>
/// <param name="SourceId">The layer.</param>
/// <param name="MergePoint">The merge point it stands in (the innermost); null outside of all.</param>
/// <param name="Variable">The root name of the variable that was printed; null for text of the template.</param>
public readonly record struct ProvenanceSpan(int Start, int Length, int SourceId, string? MergePoint, string? Variable);
