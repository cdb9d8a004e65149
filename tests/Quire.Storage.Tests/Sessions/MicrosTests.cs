using Quire.Storage.Sessions;

namespace Quire.Storage.Tests.Sessions;

public sealed class MicrosTests
{
    [Theory]
    [InlineData("1970-01-01T00:00:00Z", 0)]
    [InlineData("1970-01-01T00:00:00.0000019Z", 1)]
    [InlineData("1970-01-01T01:00:00+01:00", 0)]
    [InlineData("1969-12-31T23:59:59.999999Z", -1)]
    [InlineData("1969-12-31T23:59:59.9999999Z", -1)]
    [InlineData("2026-11-21T10:20:30.4000005Z", 1795256430400000)]
    public void Times_are_whole_microseconds_since_1970(string time, long micros) =>
        Micros.From(DateTimeOffset.Parse(time, System.Globalization.CultureInfo.InvariantCulture)).ShouldBe(micros);

    [Fact]
    public void The_ends_of_time_survive()
    {
        foreach (var time in new[] { DateTimeOffset.MinValue, DateTimeOffset.UnixEpoch, DateTimeOffset.MaxValue })
            (time - Micros.ToTime(Micros.From(time))).ShouldBeLessThan(TimeSpan.FromMicroseconds(1));
        Micros.From((DateTimeOffset?)null).ShouldBeNull();
        Micros.ToTime((long?)null).ShouldBeNull();
    }
}
