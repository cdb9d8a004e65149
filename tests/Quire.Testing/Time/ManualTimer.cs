namespace Quire.Testing.Time;

/// <summary>A timer of a <see cref="ManualClock"/>.</summary>
internal sealed class ManualTimer(ManualClock clock, TimerCallback callback, object? state) : ITimer
{
    private TimeSpan _period = Timeout.InfiniteTimeSpan;

    /// <summary>When it fires next; the clock's business.</summary>
    public DateTimeOffset Due { get; set; }

    /// <inheritdoc/>
    public bool Change(TimeSpan dueTime, TimeSpan period)
    {
        _period = period;
        clock.Plan(this, dueTime == Timeout.InfiniteTimeSpan ? null : dueTime);
        return true;
    }

    /// <summary>Calls back, after planning the next time.</summary>
    public void Fire()
    {
        if (_period > TimeSpan.Zero)
            clock.Plan(this, _period);
        callback(state);
    }

    /// <inheritdoc/>
    public void Dispose() => clock.Plan(this, null);

    /// <inheritdoc/>
    public ValueTask DisposeAsync()
    {
        Dispose();
        return ValueTask.CompletedTask;
    }
}
