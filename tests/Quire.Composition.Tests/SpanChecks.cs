using Quire.Composition.Rendering;

namespace Quire.Composition.Tests;

/// <summary>What must hold for the spans of every result.</summary>
internal static class SpanChecks
{
    public static void ShouldCover(ComposedResult result)
    {
        if (result.Content is { } content)
            ShouldCover(content, result.Spans, result.Origins.Count);
        foreach (var message in result.Messages)
            ShouldCover(message.Content, message.Spans, result.Origins.Count);
    }

    private static void ShouldCover(string text, IReadOnlyList<ComposedSpan> spans, int origins)
    {
        var position = 0;
        foreach (var span in spans)
        {
            span.Start.ShouldBe(position);
            span.Length.ShouldBeGreaterThan(0);
            span.Origin.ShouldBeInRange(0, origins - 1);
            position += span.Length;
        }

        position.ShouldBe(text.Length, "spans cover the output exactly once");
    }
}
