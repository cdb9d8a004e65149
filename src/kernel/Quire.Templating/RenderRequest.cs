using Quire.Templating.Limits;
using Quire.Templating.MergePoints;
using Quire.Templating.Provenance;
using Quire.Templating.Values;

namespace Quire.Templating;

/// <summary>One render: the variables, the sources that may be included, the budgets, and what fills the merge points.</summary>
public sealed record RenderRequest
{
    /// <summary>The variables, a map; every layer sees the same. Default: none.</summary>
    public Value Variables { get; init; } = Value.EmptyMap;

    /// <summary>Finds a template by name for include, import, extends and partials; answers null for an unknown name. Default: nothing can be found.</summary>
    public Func<string, Template?>? Resolve { get; init; }

    /// <summary>The budgets of the whole render, fills included.</summary>
    public RenderLimits Limits { get; init; } = RenderLimits.Default;

    /// <summary>Ends the render early, as a limit.</summary>
    public CancellationToken CancellationToken { get; init; }

    /// <summary>The clock of the time budget and of what prints the time. Null, the default: no time budget, and there is no present moment; the other budgets hold.</summary>
    public TimeProvider? Clock { get; init; }

    /// <summary>For each <see cref="MergePoint.Index"/> the ordered fills; null (also as an element) means that nothing was contributed and the default text stands.</summary>
    public IReadOnlyList<IReadOnlyList<MergeFill>?>? Fills { get; init; }

    /// <summary>Collects which layer and variable wrote which span; null, the default, costs nothing.</summary>
    public ProvenanceRecorder? Provenance { get; init; }

    /// <summary>The identity of this template's layer in provenance. Default: 0.</summary>
    public int SourceId { get; init; }

    /// <summary>The seed of <c>random</c>, <c>shuffle</c> and <c>lipsum</c>, so that a render can be repeated. Default: 0.</summary>
    public int Seed { get; init; }
}
