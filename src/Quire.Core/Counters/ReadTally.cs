namespace Quire.Core.Counters;

/// <summary>Counts reads of one version by one caller, and knows where without looking.</summary>
public sealed class ReadTally
{
    private readonly ReadCounters _counters;
    private readonly ReadKey _key;
    private ReadCell? _cell;

    internal ReadTally(ReadCounters counters, ReadKey key) => (_counters, _key) = (counters, key);

    /// <summary>The id of the key that reads are counted for.</summary>
    public string Key => _key.Key;

    /// <summary>Counts one.</summary>
    public void Count()
    {
        while (_cell?.TryAdd(1) != true)
        {
            if ((_cell = _counters.Cell(_key)) is null)
                return;
        }
    }

    /// <summary>The same for another key.</summary>
    public ReadTally For(string other) => new(_counters, _key with { Key = other });
}
