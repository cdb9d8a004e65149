using Quire.Templating.Diagnostics;

namespace Quire.Templating.MergePoints;

/// <summary>What reading a contribution gave.</summary>
/// <param name="Blocks">The blocks that could be read, in order of the source.</param>
/// <param name="Diagnostics">Everything found, in order of the source.</param>
public sealed record ContributionParseResult(IReadOnlyList<ContributionBlock> Blocks, IReadOnlyList<Diagnostic> Diagnostics)
{
    /// <summary>Whether no diagnostic is an error.</summary>
    public bool Succeeded => Diagnostics.All(d => d.Severity != Severity.Error);
}
