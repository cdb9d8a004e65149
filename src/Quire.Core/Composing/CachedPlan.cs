using Quire.Composition.Layers;
using Quire.Composition.Plans;

namespace Quire.Core.Composing;

/// <summary>A plan in the cache.</summary>
internal sealed class CachedPlan
{
    // Measured: a file with its tree takes 6 to 9 bytes per character of its templates. A test compares the sum with what the heap says.
    private const int PerCharacter = 10;
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

    private static long WeightOf(PromptSource source) =>
        PerSource + (PerCharacter * source.File.Templates().Sum(template => (long)template.Source.Length));
}
