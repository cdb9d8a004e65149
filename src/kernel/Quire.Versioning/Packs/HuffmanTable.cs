namespace Quire.Versioning.Packs;

/// <summary>A canonical Huffman code of DEFLATE (RFC 1951, 3.2.2): short codes by one look into a table, long ones bit by bit.</summary>
internal sealed class HuffmanTable
{
    /// <summary>The longest code.</summary>
    public const int MaxLength = 15;

    /// <summary>How many bits one look decides.</summary>
    public const int FastBits = 9;

    private readonly short[] _fast = new short[1 << FastBits];
    private readonly int[] _counts = new int[MaxLength + 1];
    private readonly short[] _symbols;

    public HuffmanTable(int symbols) => _symbols = new short[symbols];

    /// <summary>Builds the code from the lengths of its symbols' codes; 0 for a symbol without code.</summary>
    /// <returns>False where more codes are given than there is room for.</returns>
    public bool Build(ReadOnlySpan<byte> lengths)
    {
        Array.Clear(_counts);
        Array.Clear(_fast);
        foreach (var length in lengths)
            _counts[length]++;
        _counts[0] = 0;
        Span<int> next = stackalloc int[MaxLength + 2];
        Span<int> offsets = stackalloc int[MaxLength + 2];
        var room = 1;
        for (var length = 1; length <= MaxLength; length++)
        {
            room = (room << 1) - _counts[length];
            if (room < 0)
                return false;
            next[length + 1] = (next[length] + _counts[length]) << 1;
            offsets[length + 1] = offsets[length] + _counts[length];
        }
        for (var symbol = 0; symbol < lengths.Length; symbol++)
        {
            var length = lengths[symbol];
            if (length == 0)
                continue;
            _symbols[offsets[length]++] = (short)symbol;
            var code = next[length]++;
            if (length <= FastBits)
                FillFast(Reverse(code, length), length, symbol);
        }
        return true;
    }

    /// <summary>Finds the symbol whose code stands at the low end of the bits.</summary>
    /// <param name="bits">The bits, the next one lowest.</param>
    /// <param name="length">The length of its code; more than there are bits means that more are needed.</param>
    /// <returns>The symbol; -1 where no code fits.</returns>
    public int Decode(ulong bits, out int length)
    {
        var entry = _fast[(int)(bits & ((1 << FastBits) - 1))];
        if (entry != 0)
        {
            length = entry & 15;
            return entry >> 4;
        }
        return DecodeSlowly(bits, out length);
    }

    private int DecodeSlowly(ulong bits, out int length)
    {
        int code = 0, first = 0, index = 0;
        for (length = 1; length <= MaxLength; length++)
        {
            code |= (int)(bits & 1);
            bits >>= 1;
            var count = _counts[length];
            if (code - count < first)
                return _symbols[index + (code - first)];
            index += count;
            first = (first + count) << 1;
            code <<= 1;
        }
        return -1;
    }

    private void FillFast(int reversed, int length, int symbol)
    {
        for (var i = reversed; i < _fast.Length; i += 1 << length)
            _fast[i] = (short)((symbol << 4) | length);
    }

    private static int Reverse(int code, int length)
    {
        var reversed = 0;
        for (; length > 0; length--, code >>= 1)
            reversed = (reversed << 1) | (code & 1);
        return reversed;
    }
}
