using System.Diagnostics.CodeAnalysis;
using Quire.Templating.Diagnostics;

namespace Quire.Composition.Rendering;

/// <summary>What composing gave.</summary>
/// <param name="Result">The composed prompt; null when a diagnostic is an error.</param>
/// <param name="Diagnostics">Errors, and warnings beside a result.</param>
public sealed record ComposeOutcome(ComposedResult? Result, IReadOnlyList<Diagnostic> Diagnostics)
{
    /// <summary>Whether there is a composed prompt.</summary>
    [MemberNotNullWhen(true, nameof(Result))]
    public bool Succeeded => Result is not null;
}
