using System.Buffers;
using Quire.Core.Git;
using Quire.Versioning.Protocol;

namespace Quire.AspNetCore.Git;

/// <summary>What stands before a pack: which commits both sides have, and where the client's history will end.</summary>
/// <param name="answer">What is sent.</param>
/// <param name="arguments">What was asked.</param>
internal sealed class FetchHead(FetchAnswer answer, FetchArguments arguments)
{
    /// <summary>Writes it in version 2 of the protocol; true where a pack follows.</summary>
    public bool Sections(IBufferWriter<byte> output)
    {
        if (!arguments.Call.Done && !Acknowledgments(output))
            return false;
        if (answer.Shallow.Count > 0 || answer.Unshallow.Count > 0)
        {
            Line(output, "shallow-info");
            Border(output);
            PktLine.WriteDelimiter(output);
        }
        Line(output, "packfile");
        return true;
    }

    /// <summary>Writes it in version 0 of the protocol; true where a pack follows.</summary>
    /// <param name="output">Receives the bytes.</param>
    /// <param name="asksOnlyForBorder">Whether the client has not begun to say what it has.</param>
    public bool Lines(IBufferWriter<byte> output, bool asksOnlyForBorder)
    {
        if (arguments.Deepens)
        {
            Border(output);
            PktLine.WriteFlush(output);
        }
        if (asksOnlyForBorder)
            return false;
        if (!arguments.Call.Done && arguments.Has("multi_ack_detailed"))
            Detailed(output);
        else
            Line(output, answer.Common.Count == 0 ? "NAK" : $"ACK {answer.Common[^1]}");
        return arguments.Call.Done;
    }

    private bool Acknowledgments(IBufferWriter<byte> output)
    {
        Line(output, "acknowledgments");
        foreach (var id in answer.Common)
            Line(output, $"ACK {id}");
        if (answer.Common.Count == 0)
            Line(output, "NAK");
        if (answer.IsReady)
        {
            Line(output, "ready");
            PktLine.WriteDelimiter(output);
        }
        else
        {
            PktLine.WriteFlush(output);
        }
        return answer.IsReady;
    }

    private void Detailed(IBufferWriter<byte> output)
    {
        foreach (var id in answer.Common)
            Line(output, $"ACK {id} common");
        if (answer.IsReady)
            Line(output, $"ACK {answer.Common[^1]} ready");
        Line(output, "NAK");
    }

    private void Border(IBufferWriter<byte> output)
    {
        foreach (var id in answer.Shallow)
            Line(output, $"shallow {id}");
        foreach (var id in answer.Unshallow)
            Line(output, $"unshallow {id}");
    }

    private static void Line(IBufferWriter<byte> output, string text) => PktLine.Write(output, text + "\n");
}
