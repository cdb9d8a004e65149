using Quire.Templating.Provenance;

namespace Quire.Composition.Rendering;

/// <summary>
/// Turns the engine's spans into the result's. Where a text was put in as a whole (user text in its fence, a contribution that
/// was rendered on its own), the spans inside it are known and take the place of the engine's one.
/// </summary>
internal sealed class SpanSplicer
{
    private Dictionary<(int Origin, string MergePoint), (int Length, IReadOnlyList<ComposedSpan> Spans)>? _known;

    public void Know(int origin, string mergePoint, int length, IReadOnlyList<ComposedSpan> spans) =>
        (_known ??= [])[(origin, mergePoint)] = (length, spans);

    public IReadOnlyList<ComposedSpan> Splice(IReadOnlyList<ProvenanceSpan> spans)
    {
        var result = new List<ComposedSpan>(spans.Count);
        foreach (var span in spans)
        {
            if (span.MergePoint is { } point && _known?.TryGetValue((span.SourceId, point), out var known) == true && known.Length > 0 && span.Length % known.Length == 0)
                SpliceKnown(result, span, known.Length, known.Spans);
            else
                result.Add(new(span.Start, span.Length, span.SourceId, span.MergePoint, span.Variable));
        }

        return result;
    }

    // A merge point in a loop puts the same text in several times in a row.
    private static void SpliceKnown(List<ComposedSpan> result, ProvenanceSpan span, int length, IReadOnlyList<ComposedSpan> spans)
    {
        for (var start = span.Start; start < span.Start + span.Length; start += length)
        {
            foreach (var inner in spans)
                result.Add(inner with { Start = start + inner.Start });
        }
    }
}
