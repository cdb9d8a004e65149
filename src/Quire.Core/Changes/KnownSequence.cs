namespace Quire.Core.Changes;

/// <summary>The number that was reached without a gap, while changes become known in any order.</summary>
internal sealed class KnownSequence(long reached)
{
    // More than this many early ones are forgotten: whoever asks then reads the feed once more.
    private const int MaxEarly = 1_000;
    private readonly HashSet<long> _early = [];

    /// <summary>Every number up to this one is known.</summary>
    public long Reached { get; private set; } = reached;

    /// <summary>Takes in a number, or with <paramref name="all"/> every number up to it.</summary>
    public void Add(long sequence, bool all)
    {
        if (sequence <= Reached)
            return;
        if (all)
        {
            Reached = sequence;
            _early.RemoveWhere(number => number <= sequence);
        }
        else
        {
            if (_early.Count >= MaxEarly)
                _early.Clear();
            _early.Add(sequence);
        }
        while (_early.Remove(Reached + 1))
            Reached++;
    }
}
