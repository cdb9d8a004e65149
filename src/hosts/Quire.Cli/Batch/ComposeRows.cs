using System.Buffers;
using System.Security.Cryptography;
using System.Text.Json;
using Quire.Cli.Terminal;
using Quire.Composition.Batch;

namespace Quire.Cli.Batch;

/// <summary>Answers the rows of <c>quire compose --batch</c>: the kernel does, and this keeps it alive.</summary>
internal sealed class ComposeRows : IBatch
{
    private readonly ComposeBatch _batch = new(RandomNumberGenerator.Fill);

    /// <inheritdoc/>
    public void Answer(ReadOnlyMemory<byte> line, IBufferWriter<byte> output) => _batch.Answer(line, output);

    /// <inheritdoc/>
    public void Refuse(BatchRowException error, IBufferWriter<byte> output)
    {
        using var writer = new Utf8JsonWriter(output, JsonOutput.OneLine);
        writer.WriteStartObject();
        writer.WriteBoolean("ok", false);
        writer.WriteStartArray("diagnostics");
        writer.WriteStartObject();
        writer.WriteString("code", error.Code);
        writer.WriteString("severity", "error");
        writer.WriteString("message", error.Message);
        writer.WriteEndObject();
        writer.WriteEndArray();
        writer.WriteEndObject();
    }
}
