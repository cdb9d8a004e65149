using Quire.Checks.Running;

namespace Quire.Checks.Tests.Running;

public sealed class VanishedProcessTests
{
    private readonly VanishedProcess _process = new(TimeSpan.FromSeconds(10));

    [Fact]
    public void A_process_that_stays_away_too_long_has_vanished()
    {
        Look(true, at: 1).ShouldBeFalse();
        Look(false, at: 2).ShouldBeFalse();
        Look(false, at: 11).ShouldBeFalse();
        Look(false, at: 12).ShouldBeTrue();
    }

    [Fact]
    public void A_process_that_was_too_short_to_be_seen_has_vanished_too()
    {
        Look(false, at: 9).ShouldBeFalse();
        Look(false, at: 11).ShouldBeTrue();
    }

    [Fact]
    public void A_process_that_comes_again_starts_afresh()
    {
        Look(true, at: 1);
        Look(false, at: 2);
        Look(true, at: 9);

        Look(false, at: 19).ShouldBeFalse();
        Look(false, at: 20).ShouldBeTrue();
    }

    [Fact]
    public void The_running_process_is_found_by_its_file()
    {
        ExecutableLookup.IsRunning(Environment.ProcessPath!).ShouldBeTrue();
        ExecutableLookup.IsRunning(Path.Combine(Path.GetTempPath(), Path.GetFileName(Environment.ProcessPath!))).ShouldBeFalse();
    }

    private bool Look(bool isAlive, int at) => _process.Look(isAlive, TimeSpan.FromSeconds(at));
}
