using Quire.Templating.Diagnostics;

namespace Quire.Core.Imports;

/// <summary>Why something could not be imported.</summary>
/// <param name="Name">What the source calls it; empty where that is not known.</param>
/// <param name="Origin">Where it stands: <c>prompts.csv, line 3</c>.</param>
/// <param name="Reason">One sentence.</param>
/// <param name="Hint">The way out; null where there is none to name.</param>
public sealed record ImportFailure(string Name, string Origin, string Reason, string? Hint = null)
{
    /// <summary>What is wrong with its text, each with its place.</summary>
    public IReadOnlyList<Diagnostic> Findings { get; init; } = [];
}
