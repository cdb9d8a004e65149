using Quire.Composition.Locks;

namespace Quire.Composition.Tests.Locks;

public sealed class LockCheckerTests
{
    private const string Body = "{% contribute \"p\" %}x{% endcontribute %}";
    private const string Locking = "{% contribute \"p\" locked %}x{% endcontribute %}";
    private const string Open = "{% merge_point \"p\" %}{% endmerge_point %}";

    [Fact]
    public void A_stored_contribution_fits_an_open_point() =>
        LockChecker.Check(Compose.Layer("tenant", "acme", Body), Compose.Base(Open), []).ShouldBeEmpty();

    [Theory]
    [InlineData("{% merge_point \"p\" locked %}{% endmerge_point %}", CompositionCodes.LockedByBase)]
    [InlineData("{% merge_point \"p\" user %}{% endmerge_point %}", CompositionCodes.UserPoint)]
    [InlineData("{% merge_point \"q\" %}{% endmerge_point %}", CompositionCodes.UnknownPoint)]
    [InlineData("nothing", CompositionCodes.UnknownPoint)]
    public void A_stored_contribution_is_checked_against_its_base(string body, string code)
    {
        var finding = LockChecker.Check(Compose.Layer("tenant", "acme", Body), Compose.Base(body), []).ShouldHaveSingleItem();
        (finding.Code, finding.File, finding.Line).ShouldBe((code, "tenant-acme.prompt.md", 6));
    }

    [Theory]
    [InlineData("system", null, "tenant", "acme", true)]
    [InlineData("system", null, "agent", null, true)]
    [InlineData("tenant", "acme", "agent", null, true)]
    [InlineData("tenant", "acme", "agent", "acme", true)]
    [InlineData("tenant", "acme", "agent", "mia", false)]
    [InlineData("tenant", "acme", "tenant", null, false)]
    [InlineData("agent", null, "tenant", null, false)]
    [InlineData("feature", "a", "feature", "b", false)]
    public void A_lower_lock_counts_where_the_scopes_are_compatible(string lowLayer, string? lowScope, string highLayer, string? highScope, bool refused)
    {
        var findings = LockChecker.Check(Compose.Layer(highLayer, highScope, Body), Compose.Base(Open), [Compose.Layer(lowLayer, lowScope, Locking)]);
        findings.Select(finding => finding.Code).ShouldBe(refused ? [CompositionCodes.LockedByLayer] : []);
    }

    [Fact]
    public void A_lower_contribution_without_lock_stops_nobody() =>
        LockChecker.Check(Compose.Layer("agent", null, Body), Compose.Base(Open), [Compose.Layer("system", null, Body), Compose.Base(Open)]).ShouldBeEmpty();

    [Fact]
    public void Roles_are_checked_first()
    {
        LockChecker.Check(Compose.Base("x"), Compose.Base(Open), []).ShouldHaveSingleItem().Code.ShouldBe(CompositionCodes.Role);
        LockChecker.Check(Compose.Layer("agent", null, Body), Compose.Layer("system", null, Body), []).ShouldHaveSingleItem().Code.ShouldBe(CompositionCodes.Role);
    }

    [Theory]
    [InlineData("{% merge_point \"p\" locked %}{% endmerge_point %}", CompositionCodes.LockedByBase)]
    [InlineData("{% merge_point \"renamed\" %}{% endmerge_point %}", CompositionCodes.UnknownPoint)]
    [InlineData("removed", CompositionCodes.UnknownPoint)]
    [InlineData("{% merge_point \"p\" user %}{% endmerge_point %}", CompositionCodes.UserPoint)]
    [InlineData("{% merge_point \"o\" locked %}{% merge_point \"p\" %}{% endmerge_point %}{% endmerge_point %}", CompositionCodes.LockedByBase)]
    public void A_base_change_tells_which_filled_points_it_breaks(string after, string code)
    {
        var breaks = BaseChange.Breaks(Compose.Base(Open), Compose.Base(after), [Compose.Layer("tenant", "acme", Body), Compose.Layer("agent", null, Body), Compose.Base("no contribution")]);
        breaks.Select(one => (one.Contribution.FilePath, one.MergePoint, one.Reason.Code)).ShouldBe([("tenant-acme.prompt.md", "p", code), ("agent-all.prompt.md", "p", code)]);
    }

    [Fact]
    public void A_base_change_that_leaves_filled_points_alone_breaks_nothing()
    {
        BaseChange.Breaks(Compose.Base(Open), Compose.Base(Open + "{% merge_point \"z\" locked %}{% endmerge_point %}"), [Compose.Layer("tenant", null, Body)]).ShouldBeEmpty();
        var misfit = Compose.Layer("tenant", null, "{% contribute \"never\" %}x{% endcontribute %}");
        BaseChange.Breaks(Compose.Base(Open), Compose.Base("x" + Open), [misfit]).ShouldBeEmpty("it did not fit before");
        BaseChange.Breaks(null, Compose.Base(Open), [misfit]).ShouldHaveSingleItem().MergePoint.ShouldBe("never");
    }

    [Fact]
    public void Deleting_or_converting_a_base_breaks_every_contribution()
    {
        BaseChange.Breaks(Compose.Base(Open), null, [Compose.Layer("tenant", null, Body)]).ShouldHaveSingleItem().MergePoint.ShouldBeNull();
        BaseChange.Breaks(Compose.Base(Open), Compose.Layer("system", null, Body), [Compose.Layer("tenant", null, Body)]).ShouldHaveSingleItem().Reason.Code.ShouldBe(CompositionCodes.Role);
        BaseChange.Breaks(Compose.Layer("system", null, Body), Compose.Base("none"), [Compose.Layer("tenant", null, Body)]).ShouldHaveSingleItem().Reason.Code.ShouldBe(CompositionCodes.UnknownPoint);
    }
}
