using System.Buffers;
using System.Text.Json;
using Quire.Cli.Terminal;
using Quire.Templating;
using Quire.Templating.Values;

namespace Quire.Cli.Batch;

/// <summary>Answers the rows of <c>quire render --batch</c>.</summary>
/// <param name="clock">The clock of budgets, and of rows that bring no time.</param>
internal sealed class RenderBatch(TimeProvider clock) : IBatch
{
    /// <summary>How often a row may be rendered at most.</summary>
    public const long MaxRepeat = 100_000_000;

    private static readonly JsonDocumentOptions Reading = new() { MaxDepth = 256 };

    private readonly ArrayBufferWriter<byte> _output = new(4096);

    /// <inheritdoc/>
    public void Answer(ReadOnlyMemory<byte> line, IBufferWriter<byte> output)
    {
        try
        {
            using var document = JsonDocument.Parse(line, Reading);
            if (document.RootElement.ValueKind == JsonValueKind.Object)
                Answer(new BatchRow(document.RootElement), output);
            else
                Refuse(new BatchRowException("QB1001", "The row is no JSON object.", "write one object per line"), output);
        }
        catch (JsonException error)
        {
            Refuse(new BatchRowException("QB1001", $"The row is not JSON: {JsonText.Reason(error)}.", "write one object per line"), output);
        }
    }

    /// <inheritdoc/>
    public void Refuse(BatchRowException error, IBufferWriter<byte> output)
    {
        using var writer = Begin(output, null);
        BatchErrors.Write(writer, "parse", error.Code, error.Message, 0, 0, error.Hint);
        writer.WriteEndObject();
    }

    private void Answer(BatchRow row, IBufferWriter<byte> output)
    {
        using var writer = Begin(output, row.Root.TryGetProperty("id", out var id) ? id : null);
        try
        {
            Answer(row, writer);
        }
        catch (BatchRowException error)
        {
            BatchErrors.Write(writer, "parse", error.Code, error.Message, 0, 0, error.Hint);
        }
        writer.WriteEndObject();
    }

    private static Utf8JsonWriter Begin(IBufferWriter<byte> output, JsonElement? id)
    {
        var writer = new Utf8JsonWriter(output, JsonOutput.OneLine);
        writer.WriteStartObject();
        writer.WritePropertyName("id");
        if (id is { } known)
            known.WriteTo(writer);
        else
            writer.WriteNullValue();
        return writer;
    }

    private void Answer(BatchRow row, Utf8JsonWriter writer)
    {
        var options = RowOptions.Read(row);
        var source = row.Text("template") ?? throw new BatchRowException("QB1002", "'template' is missing.");
        var parsed = Template.Parse(source, options);
        if (parsed.Template is not { } template)
            BatchErrors.Write(writer, "parse", BatchErrors.First(parsed.Diagnostics));
        else
            Render(row, template, new RowSources(row.Object("templates"), options), writer);
    }

    private void Render(BatchRow row, Template template, RowSources sources, Utf8JsonWriter writer)
    {
        var request = new RenderRequest { Variables = Variables(row), Resolve = sources.Resolve, Clock = RowOptions.Clock(row, clock) };
        var result = default(RenderResult);
        for (var left = Repeat(row); left > 0 && result.Error is null; left--)
        {
            _output.ResetWrittenCount();
            result = template.Render(request, _output);
        }
        if (sources.Failure is { } failure)
            BatchErrors.Write(writer, "parse", failure);
        else if (result.Error is { } error)
            BatchErrors.Write(writer, BatchErrors.Name(result.Phase), error);
        else
            writer.WriteString("output", _output.WrittenSpan);
    }

    private static Value Variables(BatchRow row) => row["context"] switch
    {
        null => Value.EmptyMap,
        { ValueKind: JsonValueKind.Object } context => Value.FromJson(context),
        { } other => throw BatchRowException.Wrong("context", "an object", other.ValueKind),
    };

    private static long Repeat(BatchRow row)
    {
        if (row["repeat"] is not { } value)
            return 1;
        return value.ValueKind == JsonValueKind.Number && value.TryGetInt64(out var count) && count is > 0 and <= MaxRepeat
            ? count
            : throw new BatchRowException("QB1002", $"'repeat' must be a whole number from 1 to {MaxRepeat}.");
    }
}
