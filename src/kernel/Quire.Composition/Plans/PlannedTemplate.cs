using Quire.Prompts.PromptFiles;
using Quire.Templating.MergePoints;

namespace Quire.Composition.Plans;

/// <summary>One template of the base prompt with what its merge points get, by the points' order.</summary>
internal sealed class PlannedTemplate
{
    public PlannedTemplate(PromptTemplate template, IReadOnlyList<PlannedPoint> points)
    {
        Template = template;
        Points = points;
        Fills = points.Select(FillsOf).ToArray();
        HasUserPoints = points.Any(point => point.Point.User);
    }

    public PromptTemplate Template { get; }

    public IReadOnlyList<PlannedPoint> Points { get; }

    /// <summary>The fills as the engine renders them when every layer sees the same variables; null where nobody contributes.</summary>
    public IReadOnlyList<MergeFill>?[] Fills { get; }

    public bool HasUserPoints { get; }

    private static MergeFill[]? FillsOf(PlannedPoint point) => point.Fills.Count == 0
        ? null
        : point.Fills.Select(fill => MergeFill.Contribution(fill.Part.Text!.Template, fill.Layer)).ToArray();
}
