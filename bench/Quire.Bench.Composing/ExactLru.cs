namespace Quire.Bench.Composing;

/// <summary>Least recently used, to the letter.</summary>
internal sealed class ExactLru(int capacity)
{
    private readonly Dictionary<(int, int), LinkedListNode<(int, int)>> _entries = [];
    private readonly LinkedList<(int, int)> _order = [];

    public long Hits { get; private set; }

    public void Use((int, int) key)
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
