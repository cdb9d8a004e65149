namespace Quire.Core.Tests.Caching;

/// <summary>Least recently used, to the letter: what the cache is measured by.</summary>
internal sealed class ExactLru<TKey>(int capacity)
    where TKey : notnull
{
    private readonly Dictionary<TKey, LinkedListNode<TKey>> _entries = [];
    private readonly LinkedList<TKey> _order = [];

    public long Hits { get; private set; }

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
