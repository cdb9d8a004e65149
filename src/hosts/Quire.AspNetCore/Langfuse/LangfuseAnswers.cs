using System.Buffers;
using System.Globalization;
using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Quire.AspNetCore.Answers;
using Quire.AspNetCore.Pipeline;
using Quire.Core.Changes;
using Quire.Core.Langfuse;
using Quire.Core.Prompts;

namespace Quire.AspNetCore.Langfuse;

/// <summary>Writes what Langfuse's clients read. Members that say nothing are there, as null.</summary>
internal static class LangfuseAnswers
{
    /// <summary>The media type of every answer.</summary>
    public const string ContentType = "application/json; charset=utf-8";

    /// <summary>A version that is read: composed, with the graph of what it names, and whether it is <c>production</c>.</summary>
    public static ReadOnlyMemory<byte> Read(LangfusePrompt prompt) => Write(json =>
    {
        WriteRow(json, prompt.Prompt, prompt.Content);
        json.WriteBoolean("isActive", prompt.Prompt.Aliases.Contains(LangfuseLabels.Production));
        json.WritePropertyName("resolutionGraph");
        WriteGraph(json, prompt);
    });

    /// <summary>The answer to a write: the version as it is stored, and the number of the change.</summary>
    /// <param name="call">The request.</param>
    /// <param name="written">What was written.</param>
    /// <param name="status">The status code.</param>
    /// <param name="saysActive">Whether it says if it is <c>production</c>, as the older form does.</param>
    public static IResult Written(this Call call, (Applied Applied, ResolvedPrompt Version) written, int status, bool saysActive = false)
    {
        call.Sequence(written.Applied.Sequence);
        call.Http.Response.StatusCode = status;
        return new RawAnswer(Written(written.Version, saysActive), ContentType);
    }

    private static ReadOnlyMemory<byte> Written(ResolvedPrompt prompt, bool saysActive) => Write(json =>
    {
        WriteRow(json, prompt, LangfuseContent.Of(prompt));
        if (saysActive)
            json.WriteBoolean("isActive", prompt.Aliases.Contains(LangfuseLabels.Production));
        else
            json.WriteNull("isActive");
    });

    /// <summary>A page of prompts.</summary>
    public static ReadOnlyMemory<byte> List(IReadOnlyList<LangfuseSummary> prompts, long page, int limit, long total) => Write(json =>
    {
        json.WriteStartArray("data");
        foreach (var prompt in prompts)
            WriteSummary(json, prompt);
        json.WriteEndArray();
        // Twice, since Langfuse's first clients read it under the second name.
        foreach (var name in (string[])["meta", "pagination"])
        {
            json.WriteStartObject(name);
            json.WriteNumber("page", page);
            json.WriteNumber("limit", limit);
            json.WriteNumber("totalPages", (total + limit - 1) / limit);
            json.WriteNumber("totalItems", total);
            json.WriteEndObject();
        }
    });

    private static ReadOnlyMemory<byte> Write(Action<Utf8JsonWriter> members)
    {
        var buffer = new ArrayBufferWriter<byte>(1024);
        using (var json = new Utf8JsonWriter(buffer, QuireJson.Writing))
        {
            json.WriteStartObject();
            members(json);
            json.WriteEndObject();
        }
        return buffer.WrittenMemory;
    }

    private static void WriteRow(Utf8JsonWriter json, ResolvedPrompt prompt, LangfuseContent content)
    {
        var version = prompt.Version!;
        json.WriteString("id", LangfuseIds.Of(prompt.Project, new LangfuseNode(prompt.Prompt!.Id, prompt.Path, version.Number)));
        json.WriteString("createdAt", Time(version.CreatedAt));
        json.WriteString("updatedAt", Time(prompt.AliasedAt > version.CreatedAt ? prompt.AliasedAt.Value : version.CreatedAt));
        json.WriteString("projectId", prompt.Project.Name);
        json.WriteString("createdBy", version.Author);
        json.WriteString("name", prompt.Path);
        json.WriteNumber("version", version.Number);
        json.WriteString("type", content.Text is null ? "chat" : "text");
        json.WritePropertyName("prompt");
        WriteContent(json, content);
        json.WritePropertyName("config");
        LangfuseConfig.Of(prompt.Content.File, prompt.ModelOverride).WriteTo(json);
        WriteTexts(json, "tags", prompt.Tags);
        WriteTexts(json, "labels", LangfuseLabels.Of(prompt));
        json.WriteString("commitMessage", version.Message == LangfuseWriter.NoMessage ? null : version.Message);
    }

    private static void WriteContent(Utf8JsonWriter json, LangfuseContent content)
    {
        if (content.Text is { } text)
        {
            json.WriteStringValue(text);
            return;
        }
        json.WriteStartArray();
        foreach (var message in content.Messages!)
            WriteMessage(json, message);
        json.WriteEndArray();
    }

    private static void WriteMessage(Utf8JsonWriter json, LangfuseMessage message)
    {
        json.WriteStartObject();
        json.WriteString(message.Placeholder is null ? "role" : "type", message.Role ?? "placeholder");
        json.WriteString(message.Placeholder is null ? "content" : "name", message.Content ?? message.Placeholder);
        json.WriteEndObject();
    }

    private static void WriteGraph(Utf8JsonWriter json, LangfusePrompt prompt)
    {
        if (prompt.Composed is not { } composed)
        {
            json.WriteNullValue();
            return;
        }
        var project = prompt.Prompt.Project;
        json.WriteStartObject();
        json.WritePropertyName("root");
        WriteNode(json, LangfuseIds.Of(project, composed.Root), composed.Root);
        json.WriteStartObject("dependencies");
        foreach (var (parent, children) in composed.Dependencies)
        {
            json.WriteStartArray(LangfuseIds.Of(project, parent));
            foreach (var child in children)
                WriteNode(json, LangfuseIds.Of(project, child), child);
            json.WriteEndArray();
        }
        json.WriteEndObject();
        json.WriteEndObject();
    }

    private static void WriteNode(Utf8JsonWriter json, string id, LangfuseNode node)
    {
        json.WriteStartObject();
        json.WriteString("id", id);
        json.WriteString("name", node.Name);
        json.WriteNumber("version", node.Version);
        json.WriteEndObject();
    }

    private static void WriteSummary(Utf8JsonWriter json, LangfuseSummary prompt)
    {
        json.WriteStartObject();
        json.WriteString("name", prompt.Name);
        json.WriteString("type", prompt.Type);
        json.WriteStartArray("versions");
        foreach (var version in prompt.Versions)
            json.WriteNumberValue(version);
        json.WriteEndArray();
        WriteTexts(json, "labels", prompt.Labels);
        WriteTexts(json, "tags", prompt.Tags);
        json.WriteString("lastUpdatedAt", Time(prompt.UpdatedAt));
        json.WritePropertyName("lastConfig");
        prompt.Config.WriteTo(json);
        json.WriteEndObject();
    }

    private static void WriteTexts(Utf8JsonWriter json, string name, IReadOnlyList<string> texts)
    {
        json.WriteStartArray(name);
        foreach (var text in texts)
            json.WriteStringValue(text);
        json.WriteEndArray();
    }

    private static string Time(DateTimeOffset time) => time.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture);
}
