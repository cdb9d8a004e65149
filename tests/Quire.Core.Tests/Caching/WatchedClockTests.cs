using Quire.Core.Composing;
using Quire.Testing.Time;

namespace Quire.Core.Tests.Caching;

public sealed class WatchedClockTests
{
    [Fact]
    public void Measuring_is_no_question_for_the_time_of_day()
    {
        var manual = new ManualClock();
        var clock = new WatchedClock(manual);
        var started = clock.GetTimestamp();
        manual.Advance(TimeSpan.FromSeconds(3));

        clock.GetElapsedTime(started).ShouldBe(TimeSpan.FromSeconds(3));

        clock.WasAsked.ShouldBeFalse();
    }

    [Fact]
    public void Asking_for_the_time_of_day_is_noticed_in_each_form()
    {
        var (utc, local, zone) = (new WatchedClock(new ManualClock()), new WatchedClock(new ManualClock()), new WatchedClock(new ManualClock()));

        utc.GetUtcNow();
        local.GetLocalNow();
        _ = zone.LocalTimeZone;

        (utc.WasAsked, local.WasAsked, zone.WasAsked).ShouldBe((true, true, true));
    }
}
