namespace Quire.Acceptance.Tests.Webhooks;

/// <summary>
/// Which messages meet a fault at their first arrival: about one in a hundred, and one of each kind right at the beginning, so that a short run has them all.
/// </summary>
internal sealed class FaultPlan
{
    private static readonly Fault[] Kinds = [Fault.Hangs, Fault.Fails, Fault.Redirects, Fault.Floods, Fault.Breaks];
    private readonly Lock _gate = new();
    private readonly Random _random;
    private readonly double _share;
    private int _seen;

    public FaultPlan(Random random, int prompts, int rounds) => (_random, _share) = (random, prompts * rounds < 1_000 ? 0 : 0.01);

    /// <summary>What meets the message.</summary>
    public Fault Next(string id)
    {
        lock (_gate)
        {
            var number = _seen++;
            if (number < Kinds.Length)
                return Kinds[number];
            return _random.NextDouble() < _share ? Kinds[_random.Next(Kinds.Length)] : Fault.None;
        }
    }
}
