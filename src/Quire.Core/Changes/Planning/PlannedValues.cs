using System.Collections;

namespace Quire.Core.Changes.Planning;

/// <summary>Values that a change moves, each once however many moves it makes: from what it was before the change to what it is after it.</summary>
internal sealed class PlannedValues<TKey, TValue> : IEnumerable<(TKey Key, TValue Old, TValue New)>
    where TKey : notnull
{
    private readonly List<TKey> _order = [];
    private readonly Dictionary<TKey, (TValue Old, TValue New)> _values = [];

    /// <summary>Whether nothing moves.</summary>
    public bool IsEmpty => this.All(_ => false);

    /// <summary>The value as the moves so far leave it; what is stored where they do not touch it.</summary>
    public TValue Current(TKey key, TValue stored) => _values.TryGetValue(key, out var planned) ? planned.New : stored;

    /// <summary>Moves a value.</summary>
    public void Set(TKey key, TValue stored, TValue next)
    {
        if (!_values.ContainsKey(key))
            _order.Add(key);
        _values[key] = (stored, next);
    }

    /// <summary>The values that are another one after the change, in the order of their first moves.</summary>
    public IEnumerator<(TKey Key, TValue Old, TValue New)> GetEnumerator()
    {
        foreach (var key in _order)
        {
            var (old, next) = _values[key];
            if (!EqualityComparer<TValue>.Default.Equals(old, next))
                yield return (key, old, next);
        }
    }

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
