namespace Quire.Cli.Batch;

/// <summary>A clock that tells the row's time, and measures budgets with the real one.</summary>
/// <param name="real">The clock that measures.</param>
/// <param name="now">The time that it tells.</param>
internal sealed class RowClock(TimeProvider real, DateTimeOffset now) : TimeProvider
{
    /// <inheritdoc/>
    public override long TimestampFrequency => real.TimestampFrequency;

    /// <inheritdoc/>
    public override TimeZoneInfo LocalTimeZone => TimeZoneInfo.Utc;

    /// <inheritdoc/>
    public override DateTimeOffset GetUtcNow() => now;

    /// <inheritdoc/>
    public override long GetTimestamp() => real.GetTimestamp();
}
