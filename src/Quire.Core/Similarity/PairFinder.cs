namespace Quire.Core.Similarity;

/// <summary>
/// Finds pairs of sketches that agree in many places without comparing all with all: locality-sensitive hashing by bands (Indyk and Motwani 1998). In each of
/// 42 bands of three places, the sketches are put in order; those that have the band in common stand together, and each is compared with its next neighbours.
/// </summary>
internal static class PairFinder
{
    private const int Rows = 3;
    private const int Bands = TextSketch.Places / Rows;
    private const int RowBits = 16;

    // What follows a band is part of the order, so of very many that share a band those that share more are neighbours.
    private const int Neighbours = 64;
    private const int MostPairs = 5_000;

    /// <summary>The places of the pairs that agree in at least <paramref name="least"/> places, best first, at most 5,000 of them.</summary>
    public static IReadOnlyList<(int First, int Second)> Find(IReadOnlyList<ushort[]> sketches, int least, CancellationToken cancellation)
    {
        var best = new BestPairs(MostPairs);
        var keys = new ulong[sketches.Count];
        var order = new int[sketches.Count];
        for (var band = 0; band < Bands; band++)
        {
            cancellation.ThrowIfCancellationRequested();
            for (var place = 0; place < keys.Length; place++)
                (keys[place], order[place]) = (Key(sketches[place], band * Rows), place);
            Array.Sort(keys, order);
            for (var place = 0; place < keys.Length; place++)
                Compare(sketches, keys, order, place, TextSketch.Places - least, best);
        }
        return best.Ordered;
    }

    private static void Compare(IReadOnlyList<ushort[]> sketches, ulong[] keys, int[] order, int place, int mostMissing, BestPairs best)
    {
        var end = Math.Min(keys.Length, place + 1 + Neighbours);
        for (var next = place + 1; next < end && (keys[place] ^ keys[next]) >> RowBits == 0; next++)
        {
            var missing = TextSketch.Places - TextSketch.Agreement(sketches[order[place]], sketches[order[next]]);
            if (missing <= mostMissing)
                best.Add(missing, order[place], order[next]);
        }
    }

    private static ulong Key(ushort[] sketch, int place)
    {
        ulong key = 0;
        for (var row = 0; row <= Rows; row++)
            key = (key << RowBits) | sketch[(place + row) % TextSketch.Places];
        return key;
    }
}
