using Quire.Templating.Limits;
using Quire.Templating.Tests.Judge.Attacks;
using Quire.Templating.Tests.Judge.Support;

namespace Quire.Templating.Tests.Judge.Layers;

/// <summary>What stands at a merge point, by behaviour, in both dialects that have them.</summary>
public class MergePointTests
{
    [Fact]
    public void Fills_and_default_text_go_together_as_the_behaviour_says()
    {
        var rows = AttackFile.Read(Repository.Judge("Layers", "cases", "merge-points.attacks"));
        rows.Count.ShouldBeGreaterThan(60);
        var open = KnownDifferences.Read(Repository.Judge("Layers", "known-open.txt"));
        var findings = rows.Where(row => !open.ContainsKey(row.Row.Id)).Select(Finding).Where(finding => finding is not null);
        new Report("merge-points").ShouldHaveNone(string.Join('\n', findings));
    }

    private static string? Finding(Attack row)
    {
        var outcome = new AttackRunner(row, RenderLimits.Default).Run(twice: true);
        return row.Expectation.Objection(outcome) is { } objection
            ? $"{row.Row.Id}: {objection}\n  template {Outcome.Shown(row.Row.Template)}\n  ended    {outcome}"
            : null;
    }
}
