using Quire.Composition.Rendering;
using Quire.Templating.Diagnostics;

namespace Quire.Core.Composing;

/// <summary>A rendered output in the cache: of one plan with one set of variables, without any user's text.</summary>
/// <param name="Result">The result.</param>
/// <param name="Warnings">What was found beside it.</param>
internal sealed record CachedOutput(ComposedResult Result, IReadOnlyList<Diagnostic> Warnings)
{
    private const int PerSpan = 56;
    private const int PerMessage = 120;
    private const int Overhead = 2_000;

    /// <summary>Its tokens; the same for all copies of the output.</summary>
    public TokenMemo Tokens { get; } = new();

    /// <summary>The bytes of texts and spans.</summary>
    public long Weight => Overhead + Text(Result.Content) + (PerSpan * (long)Result.Spans.Count)
        + Result.Messages.Sum(message => PerMessage + Text(message.Content) + (PerSpan * (long)message.Spans.Count))
        + (Warnings.Count * 500L);

    private static long Text(string? text) => sizeof(char) * (long)(text?.Length ?? 0);
}
