namespace Quire.Core.Counters;

/// <summary>Counts reads of one version by one caller, and knows where without looking.</summary>
public sealed class ReadTally
{
    private readonly ReadCounters _counters;
    private readonly ReadKey _key;
    private Place? _place;

    internal ReadTally(ReadCounters counters, ReadKey key) => (_counters, _key) = (counters, key);

    /// <summary>The id of the key that reads are counted for.</summary>
    public string Key => _key.Key;

    /// <summary>Counts one.</summary>
    public void Count()
    {
        var generation = _counters.Generation;
        var place = _place;
        if (place is null || !ReferenceEquals(place.Generation, generation))
            _place = place = new Place(generation, _counters.Cell(_key));
        place.Cell?.Increment();
    }

    /// <summary>The same for another key.</summary>
    public ReadTally For(string other) => new(_counters, _key with { Key = other });

    private sealed record Place(object Generation, ReadCell? Cell);
}
