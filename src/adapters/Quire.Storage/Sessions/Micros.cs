namespace Quire.Storage.Sessions;

/// <summary>Times as microseconds since 1970, UTC: the form in which both databases keep them. What is finer than that is cut off.</summary>
internal static class Micros
{
    /// <summary>The microseconds of a time.</summary>
    public static long From(DateTimeOffset time) => Math.DivRem(time.UtcTicks - DateTimeOffset.UnixEpoch.Ticks, TimeSpan.TicksPerMicrosecond, out var rest) - (rest < 0 ? 1 : 0);

    /// <summary>The microseconds of a time, or null.</summary>
    public static long? From(DateTimeOffset? time) => time is { } value ? From(value) : null;

    /// <summary>The time of that many microseconds.</summary>
    public static DateTimeOffset ToTime(long micros) => DateTimeOffset.UnixEpoch.AddTicks(micros * TimeSpan.TicksPerMicrosecond);

    /// <summary>The time of that many microseconds, or null.</summary>
    public static DateTimeOffset? ToTime(long? micros) => micros is { } value ? ToTime(value) : null;
}
