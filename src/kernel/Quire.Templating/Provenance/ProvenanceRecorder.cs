namespace Quire.Templating.Provenance;

/// <summary>Collects spans while a render runs; afterwards they cover the output exactly once, in order. For one render at a time.</summary>
public sealed class ProvenanceRecorder
{
    private readonly List<ProvenanceSpan> _spans = [];

    /// <summary>The spans, in order of the output.</summary>
    public IReadOnlyList<ProvenanceSpan> Spans => _spans;

    /// <summary>Attributes what was written since the last call; a neighbour of the same origin is made longer instead.</summary>
    internal void Cover(int end, int sourceId, string? mergePoint, string? variable)
    {
        var start = Covered;
        if (end <= start) return;
        Covered = end;
        if (_spans.Count > 0)
        {
            var last = _spans[^1];
            if (last.SourceId == sourceId && (object?)last.MergePoint == mergePoint && last.Variable == variable && variable is null)
            {
                _spans[^1] = last with { Length = last.Length + end - start };
                return;
            }
        }
        _spans.Add(new ProvenanceSpan(start, end - start, sourceId, mergePoint, variable));
    }

    /// <summary>How much of the output has an origin.</summary>
    internal int Covered { get; private set; }

    /// <summary>Starts over, for example when a render is run again.</summary>
    internal void Reset()
    {
        _spans.Clear();
        Covered = 0;
    }
}
