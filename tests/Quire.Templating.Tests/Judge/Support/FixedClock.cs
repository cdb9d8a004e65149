namespace Quire.Templating.Tests.Judge.Support;

/// <summary>The moment at which the oracle answers `strftime_now`. Its time stamps go on, so that time budgets work.</summary>
internal sealed class FixedClock : TimeProvider
{
    public static FixedClock Instance { get; } = new();

    public override TimeZoneInfo LocalTimeZone => TimeZoneInfo.Utc;

    public override DateTimeOffset GetUtcNow() => new(2025, 7, 10, 12, 0, 0, TimeSpan.Zero);
}
