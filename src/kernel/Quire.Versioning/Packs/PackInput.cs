using System.Security.Cryptography;
using Quire.Versioning.Objects;

namespace Quire.Versioning.Packs;

/// <summary>The bytes of a pack, buffered, counted and hashed. A few bytes that were read too far can be given back.</summary>
internal sealed class PackInput : IDisposable
{
    private const int BufferSize = 64 * 1024;
    private const int KeptForReturn = 16;

    private readonly Stream _stream;
    private readonly long _limit;
    private readonly byte[] _buffer = new byte[BufferSize + KeptForReturn];
    private readonly IncrementalHash _hash;
    private int _position;
    private int _end;
    private int _hashed;
    private long _before;

    public PackInput(Stream stream, long limit)
    {
        _stream = stream;
        _limit = limit;
#pragma warning disable CA5350 // The trailer of a pack is a SHA-1.
        _hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA1);
#pragma warning restore CA5350
    }

    /// <summary>How many bytes were consumed.</summary>
    public long Position => _before + _position;

    /// <summary>The next byte; -1 at the end.</summary>
    public int TryReadByte() => _position < _end || Fill() ? _buffer[_position++] : -1;

    public byte ReadByte()
    {
        var value = TryReadByte();
        return value >= 0 ? (byte)value : throw Truncated();
    }

    public void ReadExactly(Span<byte> destination)
    {
        while (!destination.IsEmpty)
        {
            if (_position == _end && !Fill())
                throw Truncated();
            var count = Math.Min(destination.Length, _end - _position);
            _buffer.AsSpan(_position, count).CopyTo(destination);
            _position += count;
            destination = destination[count..];
        }
    }

    /// <summary>Gives back the last bytes, at most seven.</summary>
    public void Return(int count) => _position -= count;

    /// <summary>The hash of all that was consumed; then the trailer, which is not hashed, must follow.</summary>
    public void CheckTrailer()
    {
        HashUpTo(_position);
        Span<byte> actual = stackalloc byte[ObjectId.ByteLength];
        Span<byte> stated = stackalloc byte[ObjectId.ByteLength];
        _hash.GetHashAndReset(actual);
        ReadExactly(stated);
        if (!actual.SequenceEqual(stated))
            throw new VersioningException(VersioningCodes.BadPack, "The pack's checksum does not match its content.", "Send it again.");
    }

    public void Dispose() => _hash.Dispose();

    private bool Fill()
    {
        // What may still be given back stays in the buffer, and is hashed only once it is consumed for good.
        var kept = Math.Min(KeptForReturn, _position);
        HashUpTo(_position - kept);
        _before += _position - kept;
        _buffer.AsSpan(_position - kept, kept).CopyTo(_buffer);
        _position = _end = kept;
        _hashed = 0;
        var read = _stream.Read(_buffer, _end, BufferSize);
        _end += read;
        if (_before + _end > _limit)
            throw new VersioningException(VersioningCodes.LimitExceeded, $"The pack is longer than {_limit} bytes.");
        return read > 0;
    }

    private void HashUpTo(int end)
    {
        if (end <= _hashed)
            return;
        _hash.AppendData(_buffer, _hashed, end - _hashed);
        _hashed = end;
    }

    private static VersioningException Truncated() => new(VersioningCodes.BadPack, "The pack ends early.", "Send it again.");
}
