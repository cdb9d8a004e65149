namespace Quire.Core.Composing;

/// <summary>A clock that remembers whether a template asked it what time it is: then its output holds for that moment only.</summary>
internal sealed class WatchedClock(TimeProvider inner) : TimeProvider
{
    /// <summary>Whether it was asked for the time of day. Budgets measure elapsed time, which does not count.</summary>
    public bool WasAsked { get; private set; }

    public override TimeZoneInfo LocalTimeZone
    {
        get
        {
            WasAsked = true;
            return inner.LocalTimeZone;
        }
    }

    public override long TimestampFrequency => inner.TimestampFrequency;

    public override DateTimeOffset GetUtcNow()
    {
        WasAsked = true;
        return inner.GetUtcNow();
    }

    public override long GetTimestamp() => inner.GetTimestamp();
}
