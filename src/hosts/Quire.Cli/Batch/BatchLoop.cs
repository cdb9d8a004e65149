using System.Text.Json;
using Quire.Cli.Terminal;

namespace Quire.Cli.Batch;

/// <summary>JSON Lines in, JSON Lines out, in order. A batch survives every row and answers every row; empty lines are no rows.</summary>
internal static class BatchLoop
{
    /// <summary>The longest row, in bytes.</summary>
    public const int MaxRow = 64 * 1024 * 1024;

    private const int FlushAt = 64 * 1024;

    private static readonly JsonDocumentOptions Reading = new() { MaxDepth = 256 };

    /// <summary>Answers every row of standard input.</summary>
    /// <param name="cli">Where rows come from and answers go.</param>
    /// <param name="answer">Writes the members of an answer behind its id; whatever it writes before it throws is dropped.</param>
    public static int Run(CliContext cli, Action<BatchRow, Utf8JsonWriter> answer)
    {
        var lines = new LineReader(cli.Input, MaxRow);
        using var buffer = new MemoryStream();
        using var writer = new Utf8JsonWriter(buffer, JsonOutput.OneLine);
        while (lines.Next())
        {
            if (!lines.IsTooLong && lines.Line.Span.Trim(" \t\uFEFF"u8).IsEmpty)
                continue;
            Answer(lines, buffer, writer, answer);
            // Somebody may wait for the answer before writing the next row.
            cli.WriteRaw(buffer.GetBuffer().AsSpan(0, (int)buffer.Length));
            buffer.SetLength(0);
            if (buffer.Capacity > 16 * FlushAt)
                buffer.Capacity = FlushAt;
        }
        return ExitCodes.Done;
    }

    private static void Answer(LineReader lines, MemoryStream buffer, Utf8JsonWriter writer, Action<BatchRow, Utf8JsonWriter> answer)
    {
        JsonElement? id = null;
        try
        {
            if (lines.IsTooLong)
                throw new BatchRowException("QC1004", $"The row has more than {MaxRow:N0} bytes.");
            using var document = JsonDocument.Parse(lines.Line, Reading);
            var root = document.RootElement;
            if (root.ValueKind != JsonValueKind.Object)
                throw new BatchRowException("QC1001", "The row is no JSON object.");
            id = root.TryGetProperty("id", out var found) ? found.Clone() : null;
            Write(writer, buffer, id, () => answer(new BatchRow(root), writer));
        }
        catch (JsonException error)
        {
            Refuse(writer, buffer, id, new BatchRowException("QC1001", $"The row is not JSON: {JsonText.Reason(error)}."));
        }
        catch (BatchRowException error)
        {
            Refuse(writer, buffer, id, error);
        }
        catch (Exception error)
        {
            // Whatever one row does, the next one is answered.
            Refuse(writer, buffer, id, new BatchRowException("QC1009", $"The row cannot be carried out: {error.Message}"));
        }
    }

    private static void Refuse(Utf8JsonWriter writer, MemoryStream buffer, JsonElement? id, BatchRowException error) =>
        Write(writer, buffer, id, () => BatchErrors.Write(writer, "parse", error.Code, error.Message, 0, 0, error.Hint));

    private static void Write(Utf8JsonWriter writer, MemoryStream buffer, JsonElement? id, Action members)
    {
        buffer.SetLength(0);
        writer.Reset(buffer);
        writer.WriteStartObject();
        writer.WritePropertyName("id");
        if (id is { } known)
            known.WriteTo(writer);
        else
            writer.WriteNullValue();
        members();
        writer.WriteEndObject();
        writer.Flush();
        buffer.WriteByte((byte)'\n');
    }
}
