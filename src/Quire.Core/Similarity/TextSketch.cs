namespace Quire.Core.Similarity;

/// <summary>
/// A MinHash sketch (Broder 1997): of each of 120 orders of all n-grams the first one that the text has. Two texts agree in a place with the
/// probability of their Jaccard index.
/// </summary>
public sealed class TextSketch
{
    /// <summary>The places of a sketch.</summary>
    public const int Places = Bands * Rows;

    /// <summary>The bands of a sketch: texts that agree in all places of one are candidates.</summary>
    public const int Bands = 40;

    private const int Rows = 3;
    private static readonly ulong[] Orders = MakeOrders();
    private readonly uint[] _places;

    private TextSketch(uint[] places) => _places = places;

    /// <summary>The sketch of a text's n-grams; null where it has none.</summary>
    public static TextSketch? Of(ReadOnlySpan<uint> grams)
    {
        if (grams.IsEmpty)
            return null;
        var places = new uint[Places];
        Array.Fill(places, uint.MaxValue);
        foreach (var gram in grams)
        {
            for (var place = 0; place < Places; place++)
                places[place] = Math.Min(places[place], Order(gram, place));
        }
        return new TextSketch(places);
    }

    /// <summary>The share of places in which two sketches agree: about the Jaccard index of their texts, with a standard error of at most 0.046.</summary>
    public double Agreement(TextSketch other)
    {
        ArgumentNullException.ThrowIfNull(other);
        var same = 0;
        for (var place = 0; place < Places; place++)
            same += _places[place] == other._places[place] ? 1 : 0;
        return (double)same / Places;
    }

    /// <summary>What a band says, as one number.</summary>
    internal (int Band, uint First, uint Second, uint Third) Band(int band) =>
        (band, _places[band * Rows], _places[(band * Rows) + 1], _places[(band * Rows) + 2]);

    // Multiply-shift hashing (Dietzfelbinger 1996): the high half of an odd multiple.
    private static uint Order(uint gram, int place) => (uint)(((gram * Orders[2 * place]) + Orders[(2 * place) + 1]) >> 32);

    private static ulong[] MakeOrders()
    {
        var orders = new ulong[2 * Places];
        var state = 0x5157_4952_4531_3131ul;
        for (var place = 0; place < orders.Length; place++)
            orders[place] = Next(ref state) | 1;
        return orders;
    }

    // SplitMix64: the orders are the same in every process.
    private static ulong Next(ref ulong state)
    {
        var value = state += 0x9e37_79b9_7f4a_7c15ul;
        value = (value ^ (value >> 30)) * 0xbf58_476d_1ce4_e5b9ul;
        value = (value ^ (value >> 27)) * 0x94d0_49bb_1331_11ebul;
        return value ^ (value >> 31);
    }
}
