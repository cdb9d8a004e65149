using System.Buffers;
using System.Buffers.Binary;

namespace Quire.Composition.Storing;

/// <summary>Writes numbers of 32 bits and texts in UTF-16, little-endian: texts come back exactly, lone surrogates too.</summary>
internal sealed class ResultWriter
{
    private readonly ArrayBufferWriter<byte> _buffer = new(1024);

    public byte[] ToArray() => _buffer.WrittenSpan.ToArray();

    public void Number(int number)
    {
        BinaryPrimitives.WriteInt32LittleEndian(_buffer.GetSpan(sizeof(int)), number);
        _buffer.Advance(sizeof(int));
    }

    public void Text(string? text)
    {
        Number(text?.Length ?? -1);
        foreach (var unit in text ?? "")
        {
            BinaryPrimitives.WriteUInt16LittleEndian(_buffer.GetSpan(sizeof(char)), unit);
            _buffer.Advance(sizeof(char));
        }
    }
}
