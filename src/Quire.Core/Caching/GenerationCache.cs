using System.Collections.Concurrent;
using System.Diagnostics.CodeAnalysis;

namespace Quire.Core.Caching;

/// <summary>
/// A cache of immutable things, bounded by weight. It keeps two generations: what was used since the last turn survives the next one, the rest goes.
/// </summary>
/// <typeparam name="TKey">What a value is found by. It carries the project or organisation.</typeparam>
/// <typeparam name="TValue">An immutable value.</typeparam>
/// <param name="budget">The largest weight of both generations, in the unit of <paramref name="weigh"/>.</param>
/// <param name="weigh">The weight of a value.</param>
public sealed class GenerationCache<TKey, TValue>(long budget, Func<TValue, long> weigh)
    where TKey : notnull
{
    private readonly Lock _turning = new();
    private volatile ConcurrentDictionary<TKey, TValue> _young = new();
    private volatile ConcurrentDictionary<TKey, TValue> _old = new();
    private long _weight;

    /// <summary>The weight of the younger generation, in the unit of the budget.</summary>
    public long Weight => Interlocked.Read(ref _weight);

    /// <summary>Finds a value and keeps it for another turn.</summary>
    public bool TryGet(TKey key, [MaybeNullWhen(false)] out TValue value)
    {
        if (_young.TryGetValue(key, out value))
            return true;
        if (!_old.TryGetValue(key, out value))
            return false;
        Set(key, value);
        return true;
    }

    /// <summary>Keeps a value.</summary>
    public void Set(TKey key, TValue value)
    {
        if (!_young.TryAdd(key, value))
            return;
        if (Interlocked.Add(ref _weight, weigh(value)) > budget / 2)
            Turn();
    }

    /// <summary>Forgets everything.</summary>
    public void Clear()
    {
        lock (_turning)
        {
            _old = new();
            _young = new();
            Interlocked.Exchange(ref _weight, 0);
        }
    }

    private void Turn()
    {
        lock (_turning)
        {
            if (Interlocked.Read(ref _weight) <= budget / 2)
                return;
            _old = _young;
            _young = new();
            Interlocked.Exchange(ref _weight, 0);
        }
    }
}
