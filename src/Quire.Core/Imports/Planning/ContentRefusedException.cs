using Quire.Templating.Diagnostics;

namespace Quire.Core.Imports.Planning;

/// <summary>The text of one item is refused; the others go on.</summary>
/// <param name="findings">Why, each with its place; at least one.</param>
internal sealed class ContentRefusedException(IReadOnlyList<Diagnostic> findings) : Exception(findings[0].Message)
{
    /// <summary>Why, each with its place.</summary>
    public IReadOnlyList<Diagnostic> Findings { get; } = findings;
}
