using System.Buffers.Binary;

namespace Quire.Composition.Storing;

/// <summary>Reads what <see cref="ResultWriter"/> wrote. Never throws: after the first thing that is wrong, everything is empty and the end is never reached.</summary>
internal ref struct ResultReader(ReadOnlySpan<byte> bytes)
{
    private const int SmallestItem = 12;
    private ReadOnlySpan<byte> _rest = bytes;
    private bool _failed;

    /// <summary>Whether everything was read and nothing was wrong.</summary>
    public readonly bool IsAtEnd => !_failed && _rest.IsEmpty;

    public int Number()
    {
        if (_failed || _rest.Length < sizeof(int))
            return Fail(0);
        var number = BinaryPrimitives.ReadInt32LittleEndian(_rest);
        _rest = _rest[sizeof(int)..];
        return number;
    }

    /// <summary>The number of items that follow, which can only be as many as the bytes allow.</summary>
    public int Count()
    {
        var count = Number();
        return count >= 0 && count <= _rest.Length / SmallestItem ? count : Fail(0);
    }

    public string? Text()
    {
        var length = Number();
        if (_failed || length == -1)
            return null;
        if (length < 0 || length > _rest.Length / sizeof(char))
            return Fail<string?>(null);
        var text = string.Create(length, _rest[..(length * sizeof(char))], static (target, source) =>
        {
            for (var i = 0; i < target.Length; i++)
                target[i] = (char)BinaryPrimitives.ReadUInt16LittleEndian(source[(i * sizeof(char))..]);
        });
        _rest = _rest[(length * sizeof(char))..];
        return text;
    }

    public T Fail<T>(T value)
    {
        _failed = true;
        return value;
    }
}
