namespace Quire.Templating.Binding;

/// <summary>A small map by name in order of insertion: a row up to 12 names, from there an index.</summary>
internal sealed class NameMap<T>
{
    private const int IndexFrom = 12;
    private string[] _names = [];
    private T[] _values = [];
    private Dictionary<string, int>? _index;

    public int Count { get; private set; }

    public string NameAt(int position) => _names[position];

    public T ValueAt(int position) => _values[position];

    public bool TryGet(string name, out T value)
    {
        var position = Find(name);
        value = position < 0 ? default! : _values[position];
        return position >= 0;
    }

    public bool Contains(string name) => Find(name) >= 0;

    public void Set(string name, T value)
    {
        var position = Find(name);
        if (position >= 0)
        {
            _values[position] = value;
            return;
        }
        if (Count == _names.Length)
        {
            Array.Resize(ref _names, Math.Max(4, Count * 2));
            Array.Resize(ref _values, _names.Length);
        }
        _names[Count] = name;
        _values[Count++] = value;
        if (_index is not null) _index[name] = Count - 1;
        else if (Count == IndexFrom) BuildIndex();
    }

    private int Find(string name)
    {
        if (_index is not null) return _index.TryGetValue(name, out var found) ? found : -1;
        for (var i = 0; i < Count; i++)
            if (_names[i] == name) return i;
        return -1;
    }

    private void BuildIndex()
    {
        _index = new Dictionary<string, int>(StringComparer.Ordinal);
        for (var i = 0; i < Count; i++) _index[_names[i]] = i;
    }
}
