using System.Buffers;
using Quire.Cli.Terminal;

namespace Quire.Cli.Batch;

/// <summary>JSON Lines in, JSON Lines out, in order. A batch survives every row and answers every row; empty lines are no rows.</summary>
internal static class BatchLoop
{
    /// <summary>The longest row, in bytes.</summary>
    public const int MaxRow = 64 * 1024 * 1024;

    private const int FewBytes = 1024 * 1024;

    /// <summary>Answers every row of standard input, each before the next one is read.</summary>
    public static int Run(CliContext cli, IBatch batch, int maxRow = MaxRow)
    {
        var lines = new LineReader(cli.Input, maxRow);
        var output = new ArrayBufferWriter<byte>(4096);
        while (lines.Next())
        {
            if (!lines.IsTooLong && lines.Line.Span.Trim(" \t\uFEFF"u8).IsEmpty)
                continue;
            Answer(lines, batch, output, maxRow);
            output.Write("\n"u8);
            cli.WriteRaw(output.WrittenSpan);
            if (output.Capacity > FewBytes)
                output = new ArrayBufferWriter<byte>(4096);
            else
                output.ResetWrittenCount();
        }
        return ExitCodes.Done;
    }

    private static void Answer(LineReader lines, IBatch batch, ArrayBufferWriter<byte> output, int maxRow)
    {
        try
        {
            if (lines.IsTooLong)
                batch.Refuse(new BatchRowException("QB1004", $"The row has more than {maxRow:N0} bytes."), output);
            else
                batch.Answer(lines.Line, output);
        }
        catch (Exception error)
        {
            // Whatever one row does, the next one is answered.
            output.ResetWrittenCount();
            batch.Refuse(new BatchRowException("QB1009", $"The row cannot be carried out: {error.Message}"), output);
        }
    }
}
