namespace Quire.Bench.Harness;

/// <summary>What a comparison gave: the median of the ratios of all pairs, with its 95 % bootstrap interval.</summary>
/// <param name="Subject">The name of what is judged.</param>
/// <param name="Peer">The name of what it is compared with.</param>
/// <param name="SubjectNanoseconds">The subject's median time per operation.</param>
/// <param name="PeerNanoseconds">The peer's median time per operation.</param>
/// <param name="Ratio">Subject by peer: below 1 the subject is faster.</param>
/// <param name="Low">The lower end of the interval.</param>
/// <param name="High">The upper end of the interval.</param>
/// <param name="Pairs">How many pairs were taken.</param>
public sealed record PairResult(
    string Subject, string Peer, double SubjectNanoseconds, double PeerNanoseconds, double Ratio, double Low, double High, int Pairs)
{
    /// <summary>One line: both times, the ratio and its interval.</summary>
    public override string ToString() => FormattableString.Invariant(
        $"{Subject} {Units.Time(SubjectNanoseconds)} / {Peer} {Units.Time(PeerNanoseconds)} = {Ratio:F3} [{Low:F3}, {High:F3}] ({Pairs} pairs)");
}
