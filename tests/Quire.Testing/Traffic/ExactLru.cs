namespace Quire.Testing.Traffic;

/// <summary>Least recently used, to the letter: what caches are measured by.</summary>
/// <typeparam name="TKey">What an entry is found by.</typeparam>
/// <param name="capacity">How many entries it holds.</param>
public sealed class ExactLru<TKey>(int capacity)
    where TKey : notnull
{
    private readonly Dictionary<TKey, LinkedListNode<TKey>> _entries = [];
    private readonly LinkedList<TKey> _order = [];

    /// <summary>How often what was asked for was there.</summary>
    public long Hits { get; private set; }

    /// <summary>Asks for an entry, and keeps it.</summary>
    public void Use(TKey key)
    {
        if (_entries.TryGetValue(key, out var node))
        {
            Hits++;
            _order.Remove(node);
            _order.AddFirst(node);
            return;
        }
        if (_entries.Count == capacity)
        {
            _entries.Remove(_order.Last!.Value);
            _order.RemoveLast();
        }
        _entries[key] = _order.AddFirst(key);
    }
}
