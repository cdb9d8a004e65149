namespace Quire.Templating.Values;

/// <summary>The storage of a list or tuple. Frozen ones (input, tuples) may be shared between threads; only lists made by a template are written to.</summary>
internal sealed class ListObject(Value[] items, int count)
{
    private Value[] _items = items;

    public ListObject(int capacity)
        : this(capacity == 0 ? [] : new Value[capacity], 0)
    {
    }

    public int Count { get; private set; } = count;

    public bool IsFrozen { get; init; }

    public ReadOnlySpan<Value> Span => _items.AsSpan(0, Count);

    public Value this[int index] => _items[index];

    public void Add(Value value)
    {
        if (Count == _items.Length) Array.Resize(ref _items, Math.Max(4, Count * 2));
        _items[Count++] = value;
    }

    public void Set(int index, Value value) => _items[index] = value;

    public void Insert(int index, Value value)
    {
        Add(value);
        Array.Copy(_items, index, _items, index + 1, Count - 1 - index);
        _items[index] = value;
    }

    public void RemoveAt(int index)
    {
        Count--;
        Array.Copy(_items, index + 1, _items, index, Count - index);
        _items[Count] = default;
    }

    public void Clear()
    {
        _items = [];
        Count = 0;
    }

    public void Reverse() => Array.Reverse(_items, 0, Count);

    /// <summary>Takes over another's items, which then belongs to this list.</summary>
    public void Replace(Value[] items)
    {
        _items = items;
        Count = items.Length;
    }
}
