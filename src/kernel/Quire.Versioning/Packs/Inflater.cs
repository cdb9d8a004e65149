namespace Quire.Versioning.Packs;

/// <summary>
/// Inflates zlib streams that stand one after another in a pack (RFC 1950, RFC 1951). The framework's inflater reads past a stream's end and
/// does not say how far; entries of a pack are found only by knowing exactly where each ends. Output never grows past the stated size.
/// </summary>
internal sealed class Inflater
{
    private const int FirstChunk = 32 * 1024;
    private const int EndOfBlock = 256;

    private static readonly ushort[] LengthBase = [3, 4, 5, 6, 7, 8, 9, 10, 11, 13, 15, 17, 19, 23, 27, 31, 35, 43, 51, 59, 67, 83, 99, 115, 131, 163, 195, 227, 258];
    private static readonly byte[] LengthBits = [0, 0, 0, 0, 0, 0, 0, 0, 1, 1, 1, 1, 2, 2, 2, 2, 3, 3, 3, 3, 4, 4, 4, 4, 5, 5, 5, 5, 0];
    private static readonly ushort[] DistanceBase = [1, 2, 3, 4, 5, 7, 9, 13, 17, 25, 33, 49, 65, 97, 129, 193, 257, 385, 513, 769, 1025, 1537, 2049, 3073, 4097, 6145, 8193, 12289, 16385, 24577];
    private static readonly byte[] DistanceBits = [0, 0, 0, 0, 1, 1, 2, 2, 3, 3, 4, 4, 5, 5, 6, 6, 7, 7, 8, 8, 9, 9, 10, 10, 11, 11, 12, 12, 13, 13];
    private static readonly byte[] CodeLengthOrder = [16, 17, 18, 0, 8, 7, 9, 6, 10, 5, 11, 4, 12, 3, 13, 2, 14, 1, 15];

    private static readonly HuffmanTable FixedLiteralTable = FixedLiterals();
    private static readonly HuffmanTable FixedDistanceTable = FixedDistances();

    private readonly PackInput _input;
    private readonly HuffmanTable _literals = new(288);
    private readonly HuffmanTable _distances = new(32);
    private readonly HuffmanTable _codeLengths = new(19);
    private readonly byte[] _lengths = new byte[320];
    private byte[] _output = [];
    private int _written;
    private int _size;
    private ulong _bits;
    private int _bitCount;

    public Inflater(PackInput input) => _input = input;

    /// <summary>Inflates the stream that begins at the input's position, and leaves the input directly after it.</summary>
    /// <param name="size">The size that the pack states.</param>
    /// <exception cref="VersioningException"><see cref="VersioningCodes.BadPack"/>: no zlib stream, damaged, or of another size.</exception>
    public byte[] Inflate(int size)
    {
        _size = size;
        _written = 0;
        _bits = 0;
        _bitCount = 0;
        // A lying size must not cost memory that the stream does not fill.
        _output = new byte[Math.Min(size, FirstChunk)];
        ReadHeader();
        bool isLast;
        do
        {
            isLast = Bits(1) == 1;
            InflateBlock(Bits(2));
        }
        while (!isLast);
        ReturnSpareBytes();
        if (_written != size)
            throw Bad($"inflates to {_written} bytes where {size} are stated");
        CheckSum();
        return _output;
    }

    private void ReadHeader()
    {
        int method = _input.ReadByte(), flags = _input.ReadByte();
        if ((method & 15) != 8 || (method >> 4) > 7 || ((method << 8) | flags) % 31 != 0 || (flags & 0x20) != 0)
            throw Bad("is no zlib stream");
    }

    private void InflateBlock(int type)
    {
        switch (type)
        {
            case 0:
                CopyStored();
                break;
            case 1:
                InflateCodes(FixedLiteralTable, FixedDistanceTable);
                break;
            case 2:
                BuildDynamic();
                InflateCodes(_literals, _distances);
                break;
            default:
                throw Bad("has a block of unknown type");
        }
    }

    private void CopyStored()
    {
        ReturnSpareBytes();
        Span<byte> header = stackalloc byte[4];
        _input.ReadExactly(header);
        var length = header[0] | (header[1] << 8);
        if ((length ^ 0xFFFF) != (header[2] | (header[3] << 8)))
            throw Bad("has a stored block of uncertain length");
        Reserve(length);
        _input.ReadExactly(_output.AsSpan(_written, length));
        _written += length;
    }

    private static HuffmanTable FixedLiterals()
    {
        var lengths = new byte[288];
        lengths.AsSpan(0, 144).Fill(8);
        lengths.AsSpan(144, 112).Fill(9);
        lengths.AsSpan(256, 24).Fill(7);
        lengths.AsSpan(280).Fill(8);
        var table = new HuffmanTable(lengths.Length);
        table.Build(lengths);
        return table;
    }

    private static HuffmanTable FixedDistances()
    {
        var lengths = new byte[30];
        lengths.AsSpan().Fill(5);
        var table = new HuffmanTable(lengths.Length);
        table.Build(lengths);
        return table;
    }

    private void BuildDynamic()
    {
        int literals = Bits(5) + 257, distances = Bits(5) + 1, codes = Bits(4) + 4;
        Span<byte> order = stackalloc byte[19];
        for (var i = 0; i < codes; i++)
            order[CodeLengthOrder[i]] = (byte)Bits(3);
        if (literals > 286 || distances > 30 || !_codeLengths.Build(order))
            throw Bad("has a bad Huffman code");
        ReadLengths(literals + distances);
        if (_lengths[EndOfBlock] == 0 || !_literals.Build(_lengths.AsSpan(0, literals)) || !_distances.Build(_lengths.AsSpan(literals, distances)))
            throw Bad("has a bad Huffman code");
    }

    private void ReadLengths(int count)
    {
        for (var i = 0; i < count;)
        {
            var symbol = Symbol(_codeLengths);
            if (symbol < 16)
            {
                _lengths[i++] = (byte)symbol;
                continue;
            }
            if (symbol == 16 && i == 0)
                throw Bad("repeats a code length before the first");
            var value = symbol == 16 ? _lengths[i - 1] : (byte)0;
            var repeat = symbol switch { 16 => 3 + Bits(2), 17 => 3 + Bits(3), _ => 11 + Bits(7) };
            if (i + repeat > count)
                throw Bad("has too many code lengths");
            _lengths.AsSpan(i, repeat).Fill(value);
            i += repeat;
        }
    }

    private void InflateCodes(HuffmanTable literals, HuffmanTable distances)
    {
        while (true)
        {
            var symbol = Symbol(literals);
            if (symbol < EndOfBlock)
            {
                Reserve(1);
                _output[_written++] = (byte)symbol;
            }
            else if (symbol == EndOfBlock)
                return;
            else
                CopyMatch(symbol - EndOfBlock - 1, distances);
        }
    }

    private void CopyMatch(int lengthCode, HuffmanTable distances)
    {
        if (lengthCode >= LengthBase.Length)
            throw Bad("has an unknown length code");
        var length = LengthBase[lengthCode] + Bits(LengthBits[lengthCode]);
        var distanceCode = Symbol(distances);
        if (distanceCode >= DistanceBase.Length)
            throw Bad("has an unknown distance code");
        var distance = DistanceBase[distanceCode] + Bits(DistanceBits[distanceCode]);
        if (distance > _written)
            throw Bad("refers to bytes before its beginning");
        Reserve(length);
        var output = _output.AsSpan();
        var from = _written - distance;
        if (distance >= length)
            output.Slice(from, length).CopyTo(output[_written..]);
        else
            for (var i = 0; i < length; i++)
                output[_written + i] = output[from + i];
        _written += length;
    }

    private void Reserve(int count)
    {
        if (_written + count <= _output.Length)
            return;
        if (_written + (long)count > _size)
            throw Bad($"inflates to more than the {_size} bytes that are stated");
        Array.Resize(ref _output, (int)Math.Min(_size, Math.Max((long)_output.Length * 2, _written + (long)count)));
    }

    private int Symbol(HuffmanTable table)
    {
        if (_bitCount < HuffmanTable.MaxLength)
            Refill();
        var symbol = table.Decode(_bits, out var length);
        if (symbol < 0 || length > _bitCount)
            throw Bad(symbol < 0 ? "has a bad Huffman code" : "ends early");
        _bits >>= length;
        _bitCount -= length;
        return symbol;
    }

    private int Bits(int count)
    {
        if (_bitCount < count)
            Refill();
        if (_bitCount < count)
            throw Bad("ends early");
        var value = (int)(_bits & ((1UL << count) - 1));
        _bits >>= count;
        _bitCount -= count;
        return value;
    }

    private void Refill()
    {
        while (_bitCount <= 48)
        {
            var next = _input.TryReadByte();
            if (next < 0)
                return;
            _bits |= (ulong)next << _bitCount;
            _bitCount += 8;
        }
    }

    private void ReturnSpareBytes()
    {
        _input.Return(_bitCount >> 3);
        _bits = 0;
        _bitCount = 0;
    }

    private void CheckSum()
    {
        Span<byte> stated = stackalloc byte[4];
        _input.ReadExactly(stated);
        uint a = 1, b = 0;
        // So many sums fit before a 32-bit number overflows.
        for (var rest = _output.AsSpan(0, _written); !rest.IsEmpty; rest = rest[Math.Min(rest.Length, 5552)..])
        {
            foreach (var value in rest[..Math.Min(rest.Length, 5552)])
            {
                a += value;
                b += a;
            }
            a %= 65521;
            b %= 65521;
        }
        if (System.Buffers.Binary.BinaryPrimitives.ReadUInt32BigEndian(stated) != ((b << 16) | a))
            throw Bad("does not match its checksum");
    }

    private VersioningException Bad(string what) =>
        new(VersioningCodes.BadPack, $"The compressed object before byte {_input.Position} of the pack {what}.", "Send it again.");
}
