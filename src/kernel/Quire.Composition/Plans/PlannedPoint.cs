namespace Quire.Composition.Plans;

/// <summary>A merge point with what the layers of a plan do to it.</summary>
/// <param name="Point">The declaration.</param>
/// <param name="Fills">What stands there, in order of the output.</param>
/// <param name="Overruled">What a higher layer replaces, in order of the layers.</param>
internal sealed record PlannedPoint(DeclaredPoint Point, IReadOnlyList<PointFill> Fills, IReadOnlyList<PointFill> Overruled);
