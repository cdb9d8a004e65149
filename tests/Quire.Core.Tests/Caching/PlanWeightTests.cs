using System.Text;
using Quire.Composition.Layers;
using Quire.Composition.Plans;
using Quire.Core.Caching;
using Quire.Core.Composing;
using Quire.Core.Tests.Composing;
using Quire.Prompts.PromptFiles;

namespace Quire.Core.Tests.Caching;

/// <summary>The bound counts estimates; here they are held against the heap, which no other test fills meanwhile.</summary>
[Collection(nameof(QuietHeap))]
public sealed class PlanWeightTests
{
    [Theory]
    [InlineData(100, "Word {{ name }} and text.")]
    [InlineData(2_000, "Word of {{ name }} and {% if flag %}more{% endif %}. This sentence has no variable in it at all.\n")]
    [InlineData(20_000, "Word of {{ name }} and {% if flag %}more{% endif %}. This sentence has no variable in it at all.\n")]
    [InlineData(20_000, "A prompt as most are: many words, here and there a name such as {{ name }}, and then again a good many words that say what to do.\n")]
    [InlineData(20_000, "{{a}}{{b}}")]
    [InlineData(20_000, "{% if a and b or c == 1 and d %}{{ a | upper | trim }}{% endif %}")]
    public void A_plan_weighs_no_less_than_it_takes_and_not_four_times_as_much(int characters, string line)
    {
        var count = 600_000 / (characters + 4_000);
        Make(1, characters, line, -1);
        var before = GC.GetTotalMemory(forceFullCollection: true);

        var plans = Enumerable.Range(0, count).Select(i => Make(3, characters, line, i)).ToList();

        var real = (GC.GetTotalMemory(forceFullCollection: true) - before) / (double)count;
        var counted = plans.Average(plan => plan.Weight + MemoryCache<CacheKey, CachedPlan>.EntryBytes);
        GC.KeepAlive(plans);
        TestContext.Current.TestOutputHelper?.WriteLine($"{characters} characters a layer: {real:N0} bytes, counted {counted:N0}");
        counted.ShouldBeGreaterThanOrEqualTo(real, "counted against real bytes");
        counted.ShouldBeLessThan(4 * real);
    }

    private static CachedPlan Make(int layers, int characters, string line, int seed)
    {
        var text = new StringBuilder($"{seed} ");
        while (text.Length < characters)
            text.Append(line);
        var source = Source("answer", $"{text}\n{LayeredPrompts.Base}");
        var contributions = Enumerable.Range(0, layers).Select(i => Source($"layers/{i}", LayeredPrompts.Layer("feature", $"f{i}", text.ToString()))).ToList();
        var built = ComposePlan.Build(source, contributions);
        return new CachedPlan(built.Plan.ShouldNotBeNull(string.Join('\n', built.Diagnostics)));
    }

    private static PromptSource Source(string path, string text)
    {
        var parsed = PromptFileParser.Parse(path + ".prompt.md", Encoding.UTF8.GetBytes(text));
        return new PromptSource { Path = Quire.Prompts.Names.PromptPath.Parse(path), ContentHash = Hash256.Of(text).ToString(), File = parsed.File.ShouldNotBeNull(string.Join('\n', parsed.Diagnostics)) };
    }
}
