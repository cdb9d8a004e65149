using Quire.Composition.Layers;

namespace Quire.Composition.Explaining;

/// <summary>A contribution that could take part, and does not.</summary>
/// <param name="Source">The contribution.</param>
/// <param name="Reason">Why it takes no part.</param>
public sealed record AbsentContribution(PromptSource Source, AbsenceReason Reason);
