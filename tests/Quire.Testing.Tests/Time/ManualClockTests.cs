using Quire.Testing.Time;

namespace Quire.Testing.Tests.Time;

public sealed class ManualClockTests
{
    private readonly ManualClock _clock = new();
    private readonly List<string> _fired = [];

    [Fact]
    public void The_clock_stands_still_until_it_is_moved()
    {
        var start = _clock.GetUtcNow();
        var timestamp = _clock.GetTimestamp();

        _clock.Advance(TimeSpan.FromMinutes(5));

        (_clock.GetUtcNow() - start).ShouldBe(TimeSpan.FromMinutes(5));
        _clock.GetElapsedTime(timestamp).ShouldBe(TimeSpan.FromMinutes(5));
    }

    [Fact]
    public void Timers_fire_in_the_order_of_their_due_times()
    {
        using var late = Timer("late", 3);
        using var early = Timer("early", 1);

        _clock.Advance(TimeSpan.FromSeconds(2));
        _fired.ShouldBe(["early"]);

        _clock.Advance(TimeSpan.FromSeconds(2));
        _fired.ShouldBe(["early", "late"]);
    }

    [Fact]
    public void A_periodic_timer_fires_once_per_period()
    {
        using var timer = Timer("tick", 1, period: 1);

        _clock.Advance(TimeSpan.FromSeconds(3));

        _fired.Count.ShouldBe(3);
    }

    [Fact]
    public void Whoever_slept_through_many_periods_is_woken_once_and_ticks_on_from_there()
    {
        var seen = new List<DateTimeOffset>();
        var start = _clock.GetUtcNow();
        using var timer = _clock.CreateTimer(_ => seen.Add(_clock.GetUtcNow()), null, TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(1));
        using var later = Timer("later", 100);

        _clock.Jump(TimeSpan.FromSeconds(60));
        _clock.Advance(TimeSpan.FromSeconds(1));

        seen.ShouldBe([start.AddSeconds(60), start.AddSeconds(61)]);
        _fired.ShouldBeEmpty();
    }

    [Fact]
    public void A_disposed_timer_stays_silent()
    {
        Timer("never", 1).Dispose();

        _clock.Advance(TimeSpan.FromSeconds(2));

        _fired.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_delay_ends_when_the_clock_passes_it()
    {
        var delay = Task.Delay(TimeSpan.FromSeconds(10), _clock, TestContext.Current.CancellationToken);
        delay.IsCompleted.ShouldBeFalse();

        _clock.Advance(TimeSpan.FromSeconds(10));

        await delay;
    }

    private ITimer Timer(string name, int seconds, int period = 0) => _clock.CreateTimer(
        _ => _fired.Add(name), null, TimeSpan.FromSeconds(seconds), period == 0 ? Timeout.InfiniteTimeSpan : TimeSpan.FromSeconds(period));
}
