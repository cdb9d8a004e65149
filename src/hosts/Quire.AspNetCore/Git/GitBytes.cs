using System.Buffers;
using Microsoft.AspNetCore.Http;
using Quire.AspNetCore.Answers;
using Quire.Versioning.Protocol;

namespace Quire.AspNetCore.Git;

/// <summary>Puts short answers together.</summary>
internal sealed class GitBytes
{
    private readonly ArrayBufferWriter<byte> _bytes = new();

    /// <summary>What was written.</summary>
    public ReadOnlyMemory<byte> Written => _bytes.WrittenMemory;

    /// <summary>Where the bytes go.</summary>
    public IBufferWriter<byte> Output => _bytes;

    /// <summary>A line of text; the line feed is added.</summary>
    public GitBytes Line(string text)
    {
        PktLine.Write(_bytes, text + "\n");
        return this;
    }

    /// <summary>The end of a message.</summary>
    public GitBytes Flush()
    {
        PktLine.WriteFlush(_bytes);
        return this;
    }

    /// <summary>The answer.</summary>
    public IResult Answer(string contentType) => new RawAnswer(Written, contentType);
}
