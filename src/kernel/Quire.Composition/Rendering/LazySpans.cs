using Quire.Templating.Provenance;

namespace Quire.Composition.Rendering;

/// <summary>The spans of one text as the engine recorded them; turned into the result's when somebody asks.</summary>
internal sealed class LazySpans(SpanSplicer splicer, IReadOnlyList<ProvenanceSpan> recorded)
{
    private IReadOnlyList<ComposedSpan>? _spans;

    public IReadOnlyList<ComposedSpan> Value => _spans ??= splicer.Splice(recorded);
}
