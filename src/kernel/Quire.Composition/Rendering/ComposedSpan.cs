namespace Quire.Composition.Rendering;

/// <summary>Who wrote a span of the output. The spans of a text cover it exactly once, in order.</summary>
/// <param name="Start">The first UTF-16 unit.</param>
/// <param name="Length">The length in UTF-16 units, at least 1.</param>
/// <param name="Origin">The place in <see cref="ComposedResult.Origins"/>.</param>
/// <param name="MergePoint">The merge point it stands in; null outside of all.</param>
/// <param name="Variable">The root name of the variable that was printed; null for text of a template and data.</param>
public readonly record struct ComposedSpan(int Start, int Length, int Origin, string? MergePoint, string? Variable);
