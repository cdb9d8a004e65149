using System.Buffers;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Quire.Core.Langfuse;
using Quire.Prompts.Names;

namespace Quire.Core.Exports;

/// <summary>Writes lists.</summary>
internal static class JsonExport
{
    private static readonly JsonWriterOptions Writing = new() { Indented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>The list with every file as it is.</summary>
    public static byte[] Write(IEnumerable<ExportedVersion> versions) => Write("prompts", versions, (json, version) =>
    {
        json.WriteString("file", version.FilePath);
        json.WriteString("source", Encoding.UTF8.GetString(version.Bytes.Span));
        WriteWords(json, "labels", version.Aliases);
    });

    /// <summary>The list as Langfuse writes it: without what it has no form for, such as contributions to other prompts.</summary>
    public static byte[] WriteLangfuse(IEnumerable<ExportedVersion> versions) =>
        Write("data", versions.Where(version => version.Content.File is { IsContribution: false }), WriteLangfuse);

    private static void WriteLangfuse(Utf8JsonWriter json, ExportedVersion version)
    {
        var content = LangfuseContent.Of(version.Content.File!)!;
        json.WriteString("type", content.Messages is null ? "text" : "chat");
        if (content.Messages is { } messages)
            WriteMessages(json, messages);
        else
            json.WriteString("prompt", content.Text);
        json.WritePropertyName("config");
        LangfuseConfig.Of(version.Content.File, version.ModelOverride).WriteTo(json);
        WriteWords(json, "labels", version.IsLatest ? [.. version.Aliases, AliasName.Latest] : version.Aliases);
    }

    private static void WriteMessages(Utf8JsonWriter json, IReadOnlyList<LangfuseMessage> messages)
    {
        json.WriteStartArray("prompt");
        foreach (var message in messages)
        {
            json.WriteStartObject();
            json.WriteString("type", message.Placeholder is null ? "chatmessage" : "placeholder");
            if (message.Placeholder is { } name)
            {
                json.WriteString("name", name);
            }
            else
            {
                json.WriteString("role", message.Role);
                json.WriteString("content", message.Content);
            }
            json.WriteEndObject();
        }
        json.WriteEndArray();
    }

    private static byte[] Write(string list, IEnumerable<ExportedVersion> versions, Action<Utf8JsonWriter, ExportedVersion> write)
    {
        var buffer = new ArrayBufferWriter<byte>(4096);
        using (var json = new Utf8JsonWriter(buffer, Writing))
        {
            json.WriteStartObject();
            json.WriteStartArray(list);
            foreach (var version in versions)
            {
                json.WriteStartObject();
                json.WriteString("name", version.Path);
                json.WriteNumber("version", version.Number);
                write(json, version);
                WriteWords(json, "tags", version.Tags);
                json.WriteString("commitMessage", version.Message);
                json.WriteEndObject();
            }
            json.WriteEndArray();
            json.WriteEndObject();
        }
        return [.. buffer.WrittenSpan, (byte)'\n'];
    }

    private static void WriteWords(Utf8JsonWriter json, string name, IReadOnlyList<string> words)
    {
        json.WriteStartArray(name);
        foreach (var word in words)
            json.WriteStringValue(word);
        json.WriteEndArray();
    }
}
