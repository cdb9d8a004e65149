using Quire.Checks.Coverage;

namespace Quire.Checks.Tests.Coverage;

public sealed class CoverageGateTests
{
    [Theory]
    [InlineData(80, 80, true)]
    [InlineData(79, 80, false)]
    [InlineData(100, 90, true)]
    [InlineData(89, 90, false)]
    public void An_assembly_owes_its_share(int covered, double required, bool holds) =>
        CoverageGate.Check([new SourceAssembly("A", required, true)], Covering(covered)).Count.ShouldBe(holds ? 0 : 1);

    [Fact]
    public void The_sentence_names_the_assembly_and_both_figures() =>
        CoverageGate.Check([new SourceAssembly("A", 90, true)], Covering(71))
            .ShouldHaveSingleItem().ShouldBe("coverage: A has 71.0 % of its lines covered and owes 90 %");

    [Fact]
    public void A_share_is_rounded_down() => CoverageGate.Floor(89.99).ShouldBe(89.9);

    [Fact]
    public void An_assembly_that_no_test_loads_breaks_the_gate() =>
        CoverageGate.Check([new SourceAssembly("B", 80, true)], Covering(100)).ShouldHaveSingleItem().ShouldContain("no test");

    [Fact]
    public void An_assembly_without_source_owes_nothing() =>
        CoverageGate.Check([new SourceAssembly("B", 80, false)], Covering(100)).ShouldBeEmpty();

    private static CoverageMap Covering(int percent)
    {
        var map = new CoverageMap();
        for (var line = 1; line <= 100; line++)
            map.Add("A", "a.cs", line, line <= percent);
        return map;
    }
}
