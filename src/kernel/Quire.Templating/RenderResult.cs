using Quire.Templating.Diagnostics;

namespace Quire.Templating;

/// <summary>What a render gave: the output, or the error.</summary>
/// <param name="Output">The text; null after an error, and where the text went into a caller's buffer.</param>
/// <param name="Error">What went wrong; null when all went well.</param>
/// <param name="Phase">Whether the error is the template's or a budget's.</param>
public readonly record struct RenderResult(string? Output, Diagnostic? Error, RenderPhase Phase)
{
    /// <summary>Whether there is no error.</summary>
    public bool Succeeded => Error is null;
}
