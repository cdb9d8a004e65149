using System.Buffers;
using System.Text.Json;
using Quire.AspNetCore.Answers;
using Quire.Composition.Json;
using Quire.Composition.Rendering;
using Quire.Core.Composing;

namespace Quire.AspNetCore.Composing;

/// <summary>Writes composed prompts in the kernel's JSON, with what the server knows beside it.</summary>
internal static class ComposedWriter
{
    private const int Frame = 4096;
    private const int PerSpan = 100;

    /// <summary>The composed prompt as bytes.</summary>
    public static ReadOnlyMemory<byte> Write(ComposedPrompt composed, bool provenance, bool explain)
    {
        var buffer = new ArrayBufferWriter<byte>(SizeHint(composed.Result));
        using (var json = new Utf8JsonWriter(buffer, QuireJson.Writing))
        {
            json.WriteStartObject();
            ComposedResultJson.WriteMembers(json, composed.Result, new ComposedJsonOptions { Provenance = provenance, Tokens = composed.Tokens });
            if (composed.Model is { } model)
            {
                json.WritePropertyName("model");
                json.WriteRawValue(model);
            }
            json.WriteBoolean("cached", composed.FromCache);
            ComposedResultJson.WriteDiagnostics(json, "warnings", composed.Warnings);
            if (explain)
                ComposedResultJson.WriteExplanation(json, composed.Explanation);
            json.WriteEndObject();
        }
        return buffer.WrittenMemory;
    }

    // Enough for most answers, so that the buffer is not copied while it grows.
    private static int SizeHint(ComposedResult result) => Frame + (result.Content?.Length ?? 0) + (PerSpan * result.Spans.Count);
}
