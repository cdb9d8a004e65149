using Quire.Bench.Composing.Outages;
using Quire.Testing;
using Quire.Testing.Services;

namespace Quire.Redis.Tests.Caching;

/// <summary>
/// Redis is killed, started again, filled, slowed and halted under a server process, while Zipf traffic composes prompts over HTTP in a memory of a
/// quarter of what it uses, and an alias moves every 50 ms. A dozen seconds; with <c>./test --long</c> the run of docs/reliability.md.
/// </summary>
public sealed class OutageTests
{
    [Fact]
    public async Task Whatever_happens_to_Redis_nothing_fails_and_no_answer_is_stale()
    {
        if (RedisServer.MissingReason is { } reason)
            RequiredServices.Missing(reason);
        using var printed = new StringWriter();

        var result = await OutageRun.Run(LongTests.Wanted ? new OutageOptions() : OutageOptions.Quick, printed);

        TestContext.Current.TestOutputHelper?.WriteLine(printed.ToString());
        result.Errors.ShouldBeEmpty();
        result.Stale.ShouldBeEmpty();
        result.Wrong.ShouldBeEmpty();
        ((double)result.PlanHits / result.ExactHits).ShouldBeGreaterThanOrEqualTo(0.95);
        result.Moves.ShouldBeGreaterThan(0);
        result.Phases.ShouldAllBe(phase => phase.OwnText.Count > 0 && phase.Kept.Count > 0);
        result.Phases.Sum(phase => phase.SecondTierHits).ShouldBeGreaterThan(0, "Redis must have answered, or nothing was tested");
        result.Phases.Single(phase => phase.Name == "killed").SecondTierHits.ShouldBe(0);
        result.Phases.Sum(phase => phase.SecondTierFailures).ShouldBeGreaterThan(0, "Redis must have failed, or nothing was tested");
    }
}
