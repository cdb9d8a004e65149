namespace Quire.Testing.Time;

/// <summary>A clock that stands still until the test moves it. Timers fire while it moves, in order of their due time.</summary>
/// <param name="start">What it shows at first.</param>
public sealed class ManualClock(DateTimeOffset start) : TimeProvider
{
    private readonly Lock _lock = new();
    private readonly List<ManualTimer> _timers = [];
    private DateTimeOffset _now = start;

    /// <summary>A clock that shows 2026-01-01 00:00:00 UTC.</summary>
    public ManualClock() : this(new DateTimeOffset(2026, 1, 1, 0, 0, 0, TimeSpan.Zero))
    {
    }

    /// <inheritdoc/>
    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    /// <inheritdoc/>
    public override DateTimeOffset GetUtcNow()
    {
        lock (_lock)
            return _now;
    }

    /// <inheritdoc/>
    public override long GetTimestamp() => GetUtcNow().UtcTicks;

    /// <summary>Moves the clock forward and fires what falls due on the way, on the calling thread.</summary>
    /// <param name="by">How far; not negative.</param>
    public void Advance(TimeSpan by)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(by, TimeSpan.Zero);
        var end = GetUtcNow() + by;
        while (TakeDue(end) is { } timer)
            timer.Fire();
        lock (_lock)
            _now = end;
    }

    /// <summary>
    /// Moves the clock forward at one go, as a machine that was asleep sees it: each timer that fell due meanwhile fires once, and
    /// already sees the end. For days and weeks, where <see cref="Advance"/> would fire what ticks every second a million times.
    /// </summary>
    /// <param name="by">How far; not negative.</param>
    public void Jump(TimeSpan by)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(by, TimeSpan.Zero);
        List<ManualTimer> due;
        lock (_lock)
        {
            _now += by;
            due = [.. _timers.Where(timer => timer.Due <= _now).OrderBy(timer => timer.Due)];
            _timers.RemoveAll(due.Contains);
        }
        foreach (var timer in due)
            timer.Fire();
    }

    /// <inheritdoc/>
    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var timer = new ManualTimer(this, callback, state);
        timer.Change(dueTime, period);
        return timer;
    }

    /// <summary>Plans a timer; a due time of null takes it off the plan.</summary>
    internal void Plan(ManualTimer timer, TimeSpan? dueTime)
    {
        lock (_lock)
        {
            _timers.Remove(timer);
            if (dueTime is not { } due)
                return;
            timer.Due = _now + due;
            _timers.Add(timer);
        }
    }

    private ManualTimer? TakeDue(DateTimeOffset end)
    {
        lock (_lock)
        {
            var timer = _timers.Where(candidate => candidate.Due <= end).MinBy(candidate => candidate.Due);
            if (timer is null)
                return null;
            _timers.Remove(timer);
            _now = timer.Due > _now ? timer.Due : _now;
            return timer;
        }
    }
}
