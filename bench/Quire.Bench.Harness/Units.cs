namespace Quire.Bench.Harness;

/// <summary>Writes measures so that people can read them.</summary>
public static class Units
{
    /// <summary>Nanoseconds in the unit that fits.</summary>
    public static string Time(double nanoseconds) => nanoseconds switch
    {
        < 1e3 => FormattableString.Invariant($"{nanoseconds:F0} ns"),
        < 1e6 => FormattableString.Invariant($"{nanoseconds / 1e3:F2} µs"),
        < 1e9 => FormattableString.Invariant($"{nanoseconds / 1e6:F2} ms"),
        _ => FormattableString.Invariant($"{nanoseconds / 1e9:F2} s"),
    };
}
