using Quire.Composition.Plans;

namespace Quire.Composition.Explaining;

/// <summary>What happened at one merge point.</summary>
/// <param name="Point">The declaration.</param>
/// <param name="Offers">What was offered: what stands in the output first, in its order; then what was left out.</param>
public sealed record PointExplanation(DeclaredPoint Point, IReadOnlyList<Offer> Offers);
