using Quire.Versioning.Trees;

namespace Quire.Versioning.Merging.Renames;

/// <summary>
/// The order in which git's string maps are walked: that of its hash table. Where candidates for a rename tie, git takes the first in this
/// order, so the same choice needs the same order.
/// </summary>
internal static class HashOrder
{
    private const uint HashStart = 0x811c9dc5;
    private const uint HashPrime = 0x01000193;
    private const int FirstSize = 64;
    private const int GrowthBits = 2;
    private const int LoadPercent = 80;

    /// <summary>Orders distinct keys that were inserted in the given order.</summary>
    public static IEnumerable<string> Sort(IEnumerable<string> inserted)
    {
        var table = new List<(uint Hash, string Key)>?[FirstSize];
        var count = 0;
        foreach (var key in inserted)
        {
            Put(table, (Hash(key), key));
            if (++count > table.Length * LoadPercent / 100)
                table = Grow(table);
        }
        return Walk(table).Select(e => e.Key);
    }

    // Chains are kept with the newest entry last, and walked from there.
    private static void Put(List<(uint Hash, string Key)>?[] table, (uint Hash, string Key) entry) =>
        (table[entry.Hash & (uint)(table.Length - 1)] ??= []).Add(entry);

    private static List<(uint Hash, string Key)>?[] Grow(List<(uint Hash, string Key)>?[] table)
    {
        var larger = new List<(uint Hash, string Key)>?[table.Length << GrowthBits];
        foreach (var entry in Walk(table))
            Put(larger, entry);
        return larger;
    }

    private static IEnumerable<(uint Hash, string Key)> Walk(List<(uint Hash, string Key)>?[] table) =>
        table.Where(chain => chain is not null).SelectMany(chain => Enumerable.Reverse(chain!));

    // FNV-1.
    private static uint Hash(string key)
    {
        var hash = HashStart;
        foreach (var b in GitPath.Encode(key))
            hash = unchecked(hash * HashPrime) ^ b;
        return hash;
    }
}
