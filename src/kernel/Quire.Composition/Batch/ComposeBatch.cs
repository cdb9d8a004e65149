using System.Buffers;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Quire.Composition.Explaining;
using Quire.Composition.Json;
using Quire.Composition.Layers;
using Quire.Composition.Plans;
using Quire.Prompts.Files;
using Quire.Prompts.Names;
using Quire.Prompts.PromptFiles;
using Quire.Prompts.Tokens;
using Quire.Templating.Diagnostics;

namespace Quire.Composition.Batch;

/// <summary>
/// <c>quire compose --batch</c>: JSON Lines in, JSON Lines out, one answer per row, in order. A bad row answers with
/// diagnostics and never stops the others.
/// </summary>
public sealed class ComposeBatch
{
    private const int MaxDepth = 100;

    private readonly BatchRowReader _reader;

    /// <summary>A batch.</summary>
    /// <param name="randomness">Fills the boundaries of fences with unguessable bytes.</param>
    public ComposeBatch(Action<Span<byte>> randomness) => _reader = new(new() { Randomness = randomness });

    /// <summary>Answers one row: <c>{id, ok, result | diagnostics, explain}</c>.</summary>
    /// <param name="line">The row's JSON as UTF-8.</param>
    /// <param name="output">Where the answer goes, without a newline.</param>
    /// <returns>Whether the row was composed.</returns>
    public bool Answer(ReadOnlyMemory<byte> line, IBufferWriter<byte> output)
    {
        using var writer = new Utf8JsonWriter(output);
        try
        {
            using var document = JsonDocument.Parse(line, new() { MaxDepth = MaxDepth });
            if (document.RootElement.ValueKind != JsonValueKind.Object)
                return Refuse(writer, null, new(BatchCodes.NotJson, "The row is no JSON object.", "write one object per line"));
            return Answer(writer, document.RootElement);
        }
        catch (JsonException error)
        {
            return Refuse(writer, null, new(BatchCodes.NotJson, $"The row is no JSON: position {error.BytePositionInLine}.", "write one object per line"));
        }
    }

    private bool Answer(Utf8JsonWriter writer, JsonElement row)
    {
        try
        {
            return Answer(writer, _reader.Read(row));
        }
        catch (BatchRowException error)
        {
            return Refuse(writer, row.TryGetProperty("id", out var id) ? id : null, error);
        }
    }

    private static bool Answer(Utf8JsonWriter writer, BatchRow row)
    {
        var diagnostics = new List<Diagnostic>();
        var sources = ReadSources(row, diagnostics);
        if (sources.Find(source => source.Path.Value == row.Prompt) is not { } basePrompt)
        {
            diagnostics.Add(new() { Code = BatchCodes.NoPrompt, Severity = Severity.Error, Message = $"The prompt `{SafeText.Of(row.Prompt)}` is not among the sources, or does not parse.", Hint = "name it as its file without the ending" });
            return Write(writer, row, null, null, diagnostics);
        }

        if (diagnostics.Exists(diagnostic => diagnostic.Severity == Severity.Error))
            return Write(writer, row, null, null, diagnostics);
        var candidates = sources.Where(source => source.File.Contribution?.Extends.Path.Equals(basePrompt.Path) == true).ToList();
        var promoted = candidates.Where(source => row.AbsenceOf(source) is null).ToList();
        var taking = LayerOrder.Select(promoted, row.Selection);
        var plan = ComposePlan.Build(basePrompt, taking);
        diagnostics.AddRange(plan.Diagnostics);
        var outcome = plan.Plan?.Render(row.Request);
        diagnostics.AddRange(outcome?.Diagnostics ?? []);
        var absent = candidates.Except(taking).Select(source => new AbsentContribution(source, row.AbsenceOf(source) ?? AbsenceReason.OtherScope));
        var explain = row.Explain ? plan.Plan?.Explain(absent, row.Request.UserText.Keys.ToHashSet(StringComparer.Ordinal)) : null;
        return Write(writer, row, outcome?.Result, explain, diagnostics);
    }

    private static List<PromptSource> ReadSources(BatchRow row, List<Diagnostic> diagnostics)
    {
        var parsed = new List<PromptFile>();
        foreach (var (path, text) in row.Sources)
        {
            var result = PromptFileParser.Parse(path, Encoding.UTF8.GetBytes(text));
            diagnostics.AddRange(result.Diagnostics);
            if (result.File is { } file)
                parsed.Add(file);
        }

        foreach (var clash in NameClashes.Find(parsed.Select(file => KeyValuePair.Create(file.FilePath, file.Name))))
            diagnostics.Add(new() { Code = clash.ToError().Code, Severity = Severity.Error, Message = clash.ToError().Message, Hint = clash.ToError().Hint, File = clash.Second });
        var byName = parsed.GroupBy(file => file.Name.Value, StringComparer.Ordinal).ToDictionary(group => group.Key, group => group.First(), StringComparer.Ordinal);
        var texts = row.Sources.ToLookup(source => source.Key, source => source.Value, StringComparer.Ordinal);
        return parsed.Select(file => new PromptSource
        {
            Path = file.Name,
            ContentHash = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(texts[file.FilePath].First()))),
            File = file,
            Resolve = name => (byName.GetValueOrDefault(name) ?? parsed.Find(other => other.FilePath == name))?.Body?.Template,
        }).ToList();
    }

    private static bool Write(Utf8JsonWriter writer, BatchRow row, Rendering.ComposedResult? result, IReadOnlyList<PointExplanation>? explain, List<Diagnostic> diagnostics)
    {
        Begin(writer, row.Id, result is not null);
        if (result is not null)
        {
            writer.WritePropertyName("result");
            ComposedResultJson.Write(writer, result, new() { Provenance = row.Request.WithProvenance, Tokens = result.CountTokens(TokenCounter.Estimating) });
        }

        if (explain is not null)
            ComposedResultJson.WriteExplanation(writer, explain);
        ComposedResultJson.WriteDiagnostics(writer, "diagnostics", diagnostics);
        writer.WriteEndObject();
        return result is not null;
    }

    private static bool Refuse(Utf8JsonWriter writer, JsonElement? id, BatchRowException error)
    {
        Begin(writer, id, false);
        ComposedResultJson.WriteDiagnostics(writer, "diagnostics", [new() { Code = error.Code, Severity = Severity.Error, Message = error.Message, Hint = error.Hint }]);
        writer.WriteEndObject();
        return false;
    }

    private static void Begin(Utf8JsonWriter writer, JsonElement? id, bool succeeded)
    {
        writer.WriteStartObject();
        if (id is { } own)
        {
            writer.WritePropertyName("id");
            own.WriteTo(writer);
        }

        writer.WriteBoolean("ok", succeeded);
    }
}
