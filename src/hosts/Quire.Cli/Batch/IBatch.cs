using System.Buffers;

namespace Quire.Cli.Batch;

/// <summary>Answers the rows of a batch, each with one line of JSON.</summary>
internal interface IBatch
{
    /// <summary>Answers a row, without line end. What it wrote before it throws is dropped.</summary>
    /// <param name="line">The row.</param>
    /// <param name="output">Takes the answer.</param>
    void Answer(ReadOnlyMemory<byte> line, IBufferWriter<byte> output);

    /// <summary>Answers a row that could not even be read, or went wrong in a way that nobody foresaw.</summary>
    /// <param name="error">Why.</param>
    /// <param name="output">Takes the answer.</param>
    void Refuse(BatchRowException error, IBufferWriter<byte> output);
}
