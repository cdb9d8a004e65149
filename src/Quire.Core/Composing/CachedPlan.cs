using Quire.Composition.Layers;
using Quire.Composition.Plans;

namespace Quire.Core.Composing;

/// <summary>A plan in the cache.</summary>
internal sealed class CachedPlan
{
    private const int PerSource = 6_000;
    private long _renderTicks;

    public CachedPlan(ComposePlan plan)
    {
        Plan = plan;
        Weight = plan.Contributions.Prepend(plan.Base).Sum(WeightOf);
    }

    /// <summary>The plan.</summary>
    public ComposePlan Plan { get; }

    /// <summary>The bytes that it keeps alive, its parsed files included.</summary>
    public long Weight { get; }

    /// <summary>How long it took to render the last time; zero before.</summary>
    public TimeSpan RenderTime
    {
        get => TimeSpan.FromTicks(Interlocked.Read(ref _renderTicks));
        set => Interlocked.Exchange(ref _renderTicks, value.Ticks);
    }

    // Blocks of one file share its text, so each text counts once.
    private static long WeightOf(PromptSource source)
    {
        var weight = (long)PerSource;
        var seen = new HashSet<string>(ReferenceEqualityComparer.Instance);
        foreach (var template in source.File.Templates())
        {
            if (seen.Add(template.Template.Source))
                weight += TemplateWeight.Of(template.Template.Source);
        }
        return weight;
    }
}
