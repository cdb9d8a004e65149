using System.Diagnostics.CodeAnalysis;
using Quire.Templating.Diagnostics;

namespace Quire.Composition.Plans;

/// <summary>What merging a base prompt with its contributions gave.</summary>
/// <param name="Plan">The plan; null when a diagnostic is an error.</param>
/// <param name="Diagnostics">Everything found.</param>
public sealed record ComposePlanResult(ComposePlan? Plan, IReadOnlyList<Diagnostic> Diagnostics)
{
    /// <summary>Whether there is a plan.</summary>
    [MemberNotNullWhen(true, nameof(Plan))]
    public bool Succeeded => Plan is not null;
}
