using System.Buffers.Binary;
using System.Diagnostics.CodeAnalysis;

namespace Quire.Versioning.Objects;

/// <summary>The SHA-1 identity of a git object: 20 bytes, written as 40 lower-case hexadecimal digits, ordered by its bytes.</summary>
public readonly struct ObjectId : IEquatable<ObjectId>, IComparable<ObjectId>
{
    /// <summary>The number of bytes of an id.</summary>
    public const int ByteLength = 20;

    /// <summary>The number of hexadecimal digits of an id.</summary>
    public const int HexLength = 40;

    private const string Digits = "0123456789abcdef";

    private readonly ulong _high;
    private readonly ulong _middle;
    private readonly uint _low;

    private ObjectId(ulong high, ulong middle, uint low)
    {
        _high = high;
        _middle = middle;
        _low = low;
    }

    /// <summary>The id of forty zeros, which names no object.</summary>
    public static ObjectId Zero => default;

    /// <summary>The id of the tree without entries.</summary>
    public static ObjectId EmptyTree { get; } = Parse("4b825dc642cb6eb9a060e54bf8d69288fbee4904");

    /// <summary>The id of the blob without bytes.</summary>
    public static ObjectId EmptyBlob { get; } = Parse("e69de29bb2d1d6434b8b29ae775ad8c2e48c5391");

    /// <summary>Whether this is the id of forty zeros.</summary>
    public bool IsZero => (_high | _middle | _low) == 0;

    /// <summary>Takes an id from its 20 bytes.</summary>
    /// <exception cref="VersioningException"><see cref="VersioningCodes.BadObjectId"/>: not 20 bytes.</exception>
    public static ObjectId FromBytes(ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length != ByteLength)
            throw new VersioningException(VersioningCodes.BadObjectId, $"An object id has {ByteLength} bytes, not {bytes.Length}.");
        return new ObjectId(
            BinaryPrimitives.ReadUInt64BigEndian(bytes),
            BinaryPrimitives.ReadUInt64BigEndian(bytes[8..]),
            BinaryPrimitives.ReadUInt32BigEndian(bytes[16..]));
    }

    /// <summary>Reads 40 hexadecimal digits of either case.</summary>
    /// <exception cref="VersioningException"><see cref="VersioningCodes.BadObjectId"/>: anything else.</exception>
    public static ObjectId Parse(ReadOnlySpan<char> hex) => TryParse(hex, out var id)
        ? id
        : throw new VersioningException(
            VersioningCodes.BadObjectId,
            $"'{hex[..Math.Min(hex.Length, 64)]}' is no object id.",
            "An object id is 40 hexadecimal digits.");

    /// <summary>Reads 40 hexadecimal digits of either case; false for anything else.</summary>
    public static bool TryParse(ReadOnlySpan<char> hex, out ObjectId id)
    {
        Span<byte> ascii = stackalloc byte[HexLength];
        id = default;
        if (hex.Length != HexLength)
            return false;
        for (var i = 0; i < HexLength; i++)
            ascii[i] = hex[i] < 128 ? (byte)hex[i] : (byte)0;
        return TryParse(ascii, out id);
    }

    /// <summary>Reads 40 hexadecimal digits in ASCII, of either case; false for anything else.</summary>
    public static bool TryParse(ReadOnlySpan<byte> hex, out ObjectId id)
    {
        Span<byte> bytes = stackalloc byte[ByteLength];
        id = default;
        if (hex.Length != HexLength)
            return false;
        for (var i = 0; i < ByteLength; i++)
        {
            var value = (HexValue(hex[2 * i]) << 4) | HexValue(hex[(2 * i) + 1]);
            if (value < 0)
                return false;
            bytes[i] = (byte)value;
        }
        id = FromBytes(bytes);
        return true;
    }

    /// <summary>Writes the 20 bytes.</summary>
    /// <exception cref="ArgumentException">The destination is shorter.</exception>
    public void CopyTo(Span<byte> destination)
    {
        if (destination.Length < ByteLength)
            throw new ArgumentException($"An object id needs {ByteLength} bytes.", nameof(destination));
        BinaryPrimitives.WriteUInt64BigEndian(destination, _high);
        BinaryPrimitives.WriteUInt64BigEndian(destination[8..], _middle);
        BinaryPrimitives.WriteUInt32BigEndian(destination[16..], _low);
    }

    /// <summary>The 20 bytes in a new array.</summary>
    public byte[] ToByteArray()
    {
        var bytes = new byte[ByteLength];
        CopyTo(bytes);
        return bytes;
    }

    /// <summary>The first digits, for people.</summary>
    /// <param name="digits">How many, 1 to 40.</param>
    public string Short(int digits = 7) => ToString()[..digits];

    /// <summary>The 40 lower-case hexadecimal digits.</summary>
    public override string ToString() => string.Create(HexLength, this, static (chars, id) =>
    {
        Span<byte> bytes = stackalloc byte[ByteLength];
        id.CopyTo(bytes);
        for (var i = 0; i < ByteLength; i++)
        {
            chars[2 * i] = Digits[bytes[i] >> 4];
            chars[(2 * i) + 1] = Digits[bytes[i] & 15];
        }
    });

    /// <inheritdoc/>
    public bool Equals(ObjectId other) => _high == other._high && _middle == other._middle && _low == other._low;

    /// <inheritdoc/>
    public override bool Equals([NotNullWhen(true)] object? obj) => obj is ObjectId other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() => (int)_low;

    /// <inheritdoc/>
    public int CompareTo(ObjectId other)
    {
        var order = _high.CompareTo(other._high);
        if (order == 0)
            order = _middle.CompareTo(other._middle);
        return order == 0 ? _low.CompareTo(other._low) : order;
    }

    /// <summary>Whether two ids are the same.</summary>
    public static bool operator ==(ObjectId left, ObjectId right) => left.Equals(right);

    /// <summary>Whether two ids differ.</summary>
    public static bool operator !=(ObjectId left, ObjectId right) => !left.Equals(right);

    /// <summary>Whether the left id's bytes come first.</summary>
    public static bool operator <(ObjectId left, ObjectId right) => left.CompareTo(right) < 0;

    /// <summary>Whether the left id's bytes come last.</summary>
    public static bool operator >(ObjectId left, ObjectId right) => left.CompareTo(right) > 0;

    /// <summary>Whether the left id's bytes come first, or the two are the same.</summary>
    public static bool operator <=(ObjectId left, ObjectId right) => left.CompareTo(right) <= 0;

    /// <summary>Whether the left id's bytes come last, or the two are the same.</summary>
    public static bool operator >=(ObjectId left, ObjectId right) => left.CompareTo(right) >= 0;

    // Any value below zero keeps its sign through the shift and the "or" above.
    private static int HexValue(byte digit) => digit switch
    {
        >= (byte)'0' and <= (byte)'9' => digit - '0',
        >= (byte)'a' and <= (byte)'f' => digit - 'a' + 10,
        >= (byte)'A' and <= (byte)'F' => digit - 'A' + 10,
        _ => -1,
    };
}
