using System.Numerics;

namespace Quire.Core.Similarity;

/// <summary>
/// A MinHash sketch (Broder 1997): of each of 128 orders of all n-grams the first one that the text has, of which 16 bits are kept. Two texts agree in a
/// place with the probability of their Jaccard index, or by chance once in 65,536 times.
/// </summary>
internal static class TextSketch
{
    /// <summary>The places of a sketch.</summary>
    public const int Places = 128;

    private static readonly uint[] Factors = Numbers(0x5157_4952_4531_3131ul, 1);
    private static readonly uint[] Summands = Numbers(0x7072_6f6d_7074_7331ul, 0);

    /// <summary>Makes the sketch of a text's n-grams.</summary>
    /// <param name="windows">The n-grams; at least one, and one that comes twice does no harm.</param>
    public static ushort[] Of(ReadOnlySpan<uint> windows)
    {
        Span<uint> first = stackalloc uint[Places];
        first.Fill(uint.MaxValue);
        foreach (var window in windows)
            Lower(first, window);
        var sketch = new ushort[Places];
        for (var place = 0; place < Places; place++)
            sketch[place] = (ushort)((first[place] * 0x9e37_79b1u) >> 16);
        return sketch;
    }

    /// <summary>In how many places two sketches agree. By <see cref="Places"/>, that is about their Jaccard index, with a standard error of at most 0.044.</summary>
    public static int Agreement(ReadOnlySpan<ushort> left, ReadOnlySpan<ushort> right)
    {
        var same = Vector<ushort>.Zero;
        for (var place = 0; place < Places; place += Vector<ushort>.Count)
            same -= Vector.Equals(new Vector<ushort>(left[place..]), new Vector<ushort>(right[place..]));
        return Vector.Sum(same);
    }

    /// <summary>The agreement that sketches of texts with this index have at least, but for about one pair in three hundred.</summary>
    public static int LeastAgreement(double index) => Math.Max(0, (int)((index - (2.75 * Math.Sqrt(index * (1 - index) / Places))) * Places));

    // Each order is that of an odd multiple plus a number: windows are hashes that are mixed well already.
    private static void Lower(Span<uint> first, uint window)
    {
        var value = new Vector<uint>(window);
        for (var place = 0; place < Places; place += Vector<uint>.Count)
        {
            var order = (value * new Vector<uint>(Factors, place)) + new Vector<uint>(Summands, place);
            Vector.Min(order, new Vector<uint>(first[place..])).CopyTo(first[place..]);
        }
    }

    // SplitMix64 (Steele and others 2014): the orders are the same in every process.
    private static uint[] Numbers(ulong state, uint odd)
    {
        var numbers = new uint[Places];
        for (var place = 0; place < Places; place++)
        {
            var value = state += 0x9e37_79b9_7f4a_7c15ul;
            value = (value ^ (value >> 30)) * 0xbf58_476d_1ce4_e5b9ul;
            value = (value ^ (value >> 27)) * 0x94d0_49bb_1331_11ebul;
            numbers[place] = (uint)((value ^ (value >> 31)) >> 32) | odd;
        }
        return numbers;
    }
}
