namespace Quire.Bench.Harness;

/// <summary>Prints measures against their goals and remembers whether all were met.</summary>
public sealed class Scoreboard(TextWriter output)
{
    /// <summary>How many goals were missed.</summary>
    public int Missed { get; private set; }

    /// <summary>A ratio that shall be at most the goal.</summary>
    public void AtMost(string what, double goal, PairResult result) =>
        Line(what, result.Ratio <= goal, FormattableString.Invariant($"ratio {result.Ratio:F3} [{result.Low:F3}, {result.High:F3}], goal ≤ {goal}"), result.ToString());

    /// <summary>Latencies whose ratio shall be at most the goal, both in the middle and at the 95th percentile.</summary>
    public void AtMost(string what, double goal, LatencyComparison result) => Line(what, result.Pairs.Ratio <= goal && result.Tails.Ratio <= goal,
        FormattableString.Invariant($"ratio {result.Pairs.Ratio:F3} [{result.Pairs.Low:F3}, {result.Pairs.High:F3}], of p95 {result.Tails.Ratio:F3} [{result.Tails.Low:F3}, {result.Tails.High:F3}], goal ≤ {goal}"),
        result.ToString());

    /// <summary>How many times faster than the peer; shall be at least the goal.</summary>
    public void TimesFaster(string what, double goal, PairResult result) =>
        Line(what, 1 / result.Ratio >= goal, FormattableString.Invariant($"{1 / result.Ratio:F1} × faster [{1 / result.High:F1}, {1 / result.Low:F1}], goal ≥ {goal}"), result.ToString());

    /// <summary>An amount of bytes that shall be at most the goal.</summary>
    public void BytesAtMost(string what, long goal, long bytes) =>
        Line(what, bytes <= goal, FormattableString.Invariant($"{bytes:N0} B, goal ≤ {goal:N0} B"), "");

    /// <summary>A plain figure that shall be at most the goal.</summary>
    public void AtMost(string what, double goal, double figure) =>
        Line(what, figure <= goal, FormattableString.Invariant($"{figure:0.###}, goal ≤ {goal}"), "");

    /// <summary>A plain figure that shall be at least the goal.</summary>
    public void AtLeast(string what, double goal, double figure) =>
        Line(what, figure >= goal, FormattableString.Invariant($"{figure:0.###}, goal ≥ {goal}"), "");

    /// <summary>A figure without a goal.</summary>
    public void Note(string what, string figure) => output.WriteLine($"       {what}: {figure}");

    private void Line(string what, bool met, string figure, string detail)
    {
        Missed += met ? 0 : 1;
        output.WriteLine($"{(met ? "met   " : "MISSED")} {what}: {figure}");
        if (detail.Length > 0)
            output.WriteLine($"         {detail}");
    }
}
