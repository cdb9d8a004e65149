namespace Quire.Core.Similarity;

/// <summary>The best of many pairs, each once. Of equally good ones the first places are kept, so that the answer is one and the same.</summary>
/// <param name="most">How many are kept.</param>
internal sealed class BestPairs(int most)
{
    private readonly SortedSet<(int Missing, int First, int Second)> _kept = [];
    private (int Missing, int First, int Second) _worst = (int.MaxValue, 0, 0);

    /// <summary>The pairs, best first.</summary>
    public IReadOnlyList<(int First, int Second)> Ordered => [.. _kept.Select(pair => (pair.First, pair.Second))];

    /// <summary>Keeps a pair where it is good enough.</summary>
    /// <param name="missing">In how many places it does not agree.</param>
    /// <param name="one">The place of one.</param>
    /// <param name="other">The place of the other.</param>
    public void Add(int missing, int one, int other)
    {
        if (missing > _worst.Missing)
            return;
        var pair = (missing, Math.Min(one, other), Math.Max(one, other));
        if (pair.CompareTo(_worst) >= 0 || !_kept.Add(pair) || _kept.Count < most)
            return;
        if (_kept.Count > most)
            _kept.Remove(_kept.Max);
        _worst = _kept.Max;
    }
}
