using System.Collections.Concurrent;
using System.Diagnostics.CodeAnalysis;

namespace Quire.Core.Caching;

/// <summary>
/// A cache of immutable things in memory, bounded by bytes. It forgets what was not used for the longest time, nearly: a look-up only marks its entry,
/// without a lock and without allocating, and the entry at the end of the queue gets a second chance where it is marked (the CLOCK algorithm, F. J. Corbató, 1968).
/// </summary>
/// <typeparam name="TKey">What a value is found by. It carries the organisation or project.</typeparam>
/// <typeparam name="TValue">An immutable value.</typeparam>
public sealed class MemoryCache<TKey, TValue>
    where TKey : notnull, IEquatable<TKey>
{
    /// <summary>What an entry costs beside its key's and value's own bytes: the node, its slot in the table, their headers.</summary>
    public const int EntryBytes = 160;

    private const int LargestPart = 4;
    private readonly ConcurrentDictionary<TKey, Node> _entries = new();
    private readonly Func<TKey, TValue, long> _weigh;
    private readonly Lock _gate = new();
    private readonly Node _ring = new();
    private readonly StripedCounter _hits = new();
    private readonly StripedCounter _misses = new();
    private long _bytes;
    private long _evictions;
    private long _refusals;

    /// <summary>Makes an empty cache.</summary>
    /// <param name="limit">The most bytes that all entries may weigh, from 0. One entry may weigh a quarter of it.</param>
    /// <param name="weigh">The bytes of a key with its value; <see cref="EntryBytes"/> come on top.</param>
    public MemoryCache(long limit, Func<TKey, TValue, long> weigh)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(limit);
        ArgumentNullException.ThrowIfNull(weigh);
        (Limit, _weigh) = (limit, weigh);
        _ring.Next = _ring.Previous = _ring;
    }

    /// <summary>The most bytes that all entries may weigh.</summary>
    public long Limit { get; }

    /// <summary>The bytes that all entries weigh; never above <see cref="Limit"/>.</summary>
    public long Bytes => Interlocked.Read(ref _bytes);

    /// <summary>What has happened so far.</summary>
    /// <param name="name">The tier's name.</param>
    public CacheTierReport Report(string name) => new()
    {
        Tier = name,
        Hits = _hits.Value,
        Misses = _misses.Value,
        Evictions = Interlocked.Read(ref _evictions),
        Refusals = Interlocked.Read(ref _refusals),
        Entries = _entries.Count,
        Bytes = Bytes,
        Limit = Limit,
    };

    /// <summary>Finds a value.</summary>
    public bool TryGet(TKey key, [MaybeNullWhen(false)] out TValue value) => TryGet(key, 0, static (_, _) => true, out value);

    /// <summary>Finds a value that still holds; one that does not counts as missing, and waits for its successor.</summary>
    /// <param name="key">The key.</param>
    /// <param name="state">What the condition needs.</param>
    /// <param name="holds">The condition; static, so that nothing is allocated.</param>
    /// <param name="value">The value.</param>
    public bool TryGet<TState>(TKey key, TState state, Func<TValue, TState, bool> holds, [MaybeNullWhen(false)] out TValue value)
    {
        if (_entries.TryGetValue(key, out var node) && holds(node.Value, state))
        {
            // Written only when it changes anything, so that a popular entry stays shared between the processors' caches.
            if (!node.Used)
                node.Used = true;
            _hits.Increment();
            value = node.Value;
            return true;
        }
        _misses.Increment();
        value = default;
        return false;
    }

    /// <summary>Keeps a value in place of an older one.</summary>
    /// <returns>Whether it was kept; what weighs more than a quarter of the limit is not.</returns>
    public bool Set(TKey key, TValue value)
    {
        var weight = _weigh(key, value) + EntryBytes;
        lock (_gate)
        {
            if (_entries.TryGetValue(key, out var older))
                Drop(older);
            if (weight > Limit / LargestPart)
            {
                Interlocked.Increment(ref _refusals);
                return false;
            }
            MakeRoom(weight);
            Add(new Node { Key = key, Value = value, Weight = weight });
            return true;
        }
    }

    /// <summary>Forgets the entries whose key answers the condition.</summary>
    public void Remove(Func<TKey, bool> condition)
    {
        lock (_gate)
        {
            for (var node = _ring.Next; node != _ring;)
            {
                var next = node.Next;
                if (condition(node.Key))
                    Drop(node);
                node = next;
            }
        }
    }

    // Each second chance takes away a mark that a look-up set, so that all chances together cost no more than all look-ups.
    private void MakeRoom(long weight)
    {
        while (_bytes + weight > Limit)
        {
            var last = _ring.Previous;
            if (last.Used)
            {
                last.Used = false;
                Unlink(last);
                Link(last);
                continue;
            }
            Drop(last);
            Interlocked.Increment(ref _evictions);
        }
    }

    private void Add(Node node)
    {
        Link(node);
        Interlocked.Add(ref _bytes, node.Weight);
        _entries[node.Key] = node;
    }

    private void Drop(Node node)
    {
        _entries.TryRemove(node.Key, out _);
        Unlink(node);
        Interlocked.Add(ref _bytes, -node.Weight);
    }

    private void Link(Node node)
    {
        (node.Previous, node.Next) = (_ring, _ring.Next);
        _ring.Next.Previous = node;
        _ring.Next = node;
    }

    private static void Unlink(Node node)
    {
        node.Previous.Next = node.Next;
        node.Next.Previous = node.Previous;
    }

    private sealed class Node
    {
        public TKey Key = default!;
        public TValue Value = default!;
        public long Weight;
        public Node Next = null!;
        public Node Previous = null!;
        public volatile bool Used;
    }
}
