namespace Quire.Templating.Values;

/// <summary>
/// The storage of a map, in order of insertion. Keys that are text are the fast case. Up to eight entries are searched in a row;
/// more get an index, built at the first search (two threads may build it at once; both give the same).
/// </summary>
internal sealed class MapObject(int capacity)
{
    private const int IndexFrom = 9;
    private Value[] _keys = capacity == 0 ? [] : new Value[capacity];
    private Value[] _values = capacity == 0 ? [] : new Value[capacity];
    private int[]? _index;

    public int Count { get; private set; }

    public bool IsFrozen { get; set; }

    public Value KeyAt(int position) => _keys[position];

    public Value ValueAt(int position) => _values[position];

    public bool TryGet(string key, out Value value)
    {
        var position = Find(key);
        value = position < 0 ? Value.Undefined : _values[position];
        return position >= 0;
    }

    public bool TryGet(in Value key, out Value value)
    {
        var position = Find(key);
        value = position < 0 ? Value.Undefined : _values[position];
        return position >= 0;
    }

    /// <summary>Looks where the key stood the last time before searching; <paramref name="hint"/> belongs to one place of a template.</summary>
    public bool TryGet(string key, ref int hint, out Value value)
    {
        var position = hint;
        if ((uint)position < (uint)Count && HasKey(position, key))
        {
            value = _values[position];
            return true;
        }
        position = Find(key);
        if (position < 0)
        {
            value = default;
            return false;
        }
        hint = position;
        value = _values[position];
        return true;
    }

    public int Find(string key)
    {
        if (Count < IndexFrom)
        {
            for (var i = 0; i < Count; i++)
                if (HasKey(i, key)) return i;
            return -1;
        }
        var index = _index ?? BuildIndex();
        for (var slot = (uint)Equality.Hash(key) & (uint)(index.Length - 1); ; slot = (slot + 1) & (uint)(index.Length - 1))
        {
            var position = index[slot] - 1;
            if (position < 0) return -1;
            if (HasKey(position, key)) return position;
        }
    }

    public int Find(in Value key)
    {
        if (key.IsText) return Find(key.Text);
        if (Count < IndexFrom)
        {
            for (var i = 0; i < Count; i++)
                if (Equality.AreEqual(_keys[i], key)) return i;
            return -1;
        }
        var index = _index ?? BuildIndex();
        for (var slot = (uint)Equality.Hash(key) & (uint)(index.Length - 1); ; slot = (slot + 1) & (uint)(index.Length - 1))
        {
            var position = index[slot] - 1;
            if (position < 0) return -1;
            if (Equality.AreEqual(_keys[position], key)) return position;
        }
    }

    public void Set(string key, in Value value) => Set(Value.String(key), value);

    public void Set(in Value key, in Value value)
    {
        var position = Find(key);
        if (position >= 0) _values[position] = value;
        else Append(key, value);
    }

    public void RemoveAt(int position)
    {
        Count--;
        Array.Copy(_keys, position + 1, _keys, position, Count - position);
        Array.Copy(_values, position + 1, _values, position, Count - position);
        _keys[Count] = default;
        _values[Count] = default;
        _index = null;
    }

    public void Clear()
    {
        _keys = [];
        _values = [];
        _index = null;
        Count = 0;
    }

    public MapObject Copy()
    {
        var copy = new MapObject(0) { _keys = _keys.AsSpan(0, Count).ToArray(), _values = _values.AsSpan(0, Count).ToArray() };
        copy.Count = Count;
        return copy;
    }

    private bool HasKey(int position, string key)
    {
        ref readonly var candidate = ref _keys[position];
        return ReferenceEquals(candidate.Ref, key) || (candidate.IsText && candidate.Text == key);
    }

    private void Append(in Value key, in Value value)
    {
        if (Count == _keys.Length)
        {
            var size = Math.Max(4, Count * 2);
            Array.Resize(ref _keys, size);
            Array.Resize(ref _values, size);
        }
        _keys[Count] = key;
        _values[Count] = value;
        Count++;
        if (_index is null) return;
        if (Count * 2 > _index.Length) _index = null;
        else Enter(_index, Count - 1);
    }

    private int[] BuildIndex()
    {
        var index = new int[System.Numerics.BitOperations.RoundUpToPowerOf2((uint)Count * 4)];
        for (var i = 0; i < Count; i++) Enter(index, i);
        return _index = index;
    }

    private void Enter(int[] index, int position)
    {
        var slot = (uint)Equality.Hash(_keys[position]) & (uint)(index.Length - 1);
        while (index[slot] != 0) slot = (slot + 1) & (uint)(index.Length - 1);
        index[slot] = position + 1;
    }
}
