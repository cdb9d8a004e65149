using Quire.Composition.Explaining;
using Quire.Composition.Layers;
using Quire.Composition.Rendering;
using Quire.Prompts;

namespace Quire.Composition.Plans;

/// <summary>
/// A base prompt merged with the contributions of its layers: everything that does not depend on a request. Immutable and
/// shareable; one plan serves every request with the same set of contents in the same order.
/// </summary>
public sealed class ComposePlan
{
    internal ComposePlan(PromptSource basePrompt, IReadOnlyList<PromptSource> contributions, IReadOnlyDictionary<string, PlannedPoint> points)
    {
        Base = basePrompt;
        Contributions = contributions;
        Points = points;
        Declared = PointTable.Of(basePrompt.File).All;
        Sources = [basePrompt, .. contributions];
        Templates = PlannedTemplates.Of(this);
        Schemas = new(Sources);
        RequiredUserPoints = Declared.Where(point => point is { User: true, Required: true, HasDefault: false }).ToArray();
        Origins =
        [
            new(OriginKind.Base, basePrompt),
            .. contributions.Select(source => new Origin(OriginKind.Layer, source)),
            new(OriginKind.User, null),
            new(OriginKind.Request, null),
            new(OriginKind.Fence, null),
        ];
    }

    /// <summary>The base prompt: layer 0.</summary>
    public PromptSource Base { get; }

    /// <summary>The contributions in order of the layers: layers 1 and up.</summary>
    public IReadOnlyList<PromptSource> Contributions { get; }

    /// <summary>The base prompt's merge points, in order of its file.</summary>
    public IReadOnlyList<DeclaredPoint> Declared { get; }

    /// <summary>What it renders to.</summary>
    public PromptType Type => Base.File.Type;

    /// <summary>Everybody who may write spans: see <see cref="ComposedResult.Origins"/>.</summary>
    public IReadOnlyList<Origin> Origins { get; }

    internal DeclaredPoint[] RequiredUserPoints { get; }

    internal IReadOnlyList<PromptSource> Sources { get; }

    internal IReadOnlyDictionary<string, PlannedPoint> Points { get; }

    internal PlannedTemplates Templates { get; }

    internal LayerSchemas Schemas { get; }

    /// <summary>The identity of the user's text in provenance.</summary>
    internal int UserSource => Sources.Count;

    /// <summary>The identity of messages that the request gives to placeholders.</summary>
    internal int RequestSource => Sources.Count + 1;

    /// <summary>The identity of the fence around user text.</summary>
    internal int FenceSource => Sources.Count + 2;

    /// <summary>Merges a base prompt with the contributions that take part. They may come in any order; among features of different scope the given order counts.</summary>
    public static ComposePlanResult Build(PromptSource basePrompt, IReadOnlyList<PromptSource> contributions)
    {
        ArgumentNullException.ThrowIfNull(basePrompt);
        ArgumentNullException.ThrowIfNull(contributions);
        return PlanBuilder.Build(basePrompt, contributions);
    }

    /// <summary>Renders the plan for one request. Never throws for bad input.</summary>
    public ComposeOutcome Render(ComposeRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        return new PlanRenderer(this, request).Run();
    }

    /// <summary>For every merge point: who offered what, what won, what was left out and why.</summary>
    /// <param name="absent">Contributions that do not take part, with the reason; the caller leaves out those the reader may not know of.</param>
    /// <param name="userText">The merge points that get user text.</param>
    public IReadOnlyList<PointExplanation> Explain(IEnumerable<AbsentContribution>? absent = null, IReadOnlySet<string>? userText = null) =>
        Explainer.Explain(this, absent ?? [], userText ?? new HashSet<string>());
}
