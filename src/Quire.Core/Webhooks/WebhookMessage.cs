using System.Buffers;
using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using Quire.Core.Changes;

namespace Quire.Core.Webhooks;

/// <summary>A message, the same to the byte whenever it is made.</summary>
/// <param name="Id">What stands in <c>webhook-id</c>.</param>
/// <param name="Body">The body.</param>
internal sealed record WebhookMessage(string Id, ReadOnlyMemory<byte> Body)
{
    /// <summary>The form of the body, for those who receive messages of later versions.</summary>
    public const int Format = 1;

    private const string Times = "yyyy-MM-dd'T'HH:mm:ss.ffffff'Z'";
    private static readonly JsonWriterOptions Writing = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>The message that tells of a row of the feed.</summary>
    public static WebhookMessage Of(Webhook webhook, FeedRow row, string organisation, string? project)
    {
        var name = WebhookEvents.NameOf(row) ?? throw new InvalidOperationException($"The row {row.Sequence}.{row.Index} of the feed is no event.");
        var id = string.Create(CultureInfo.InvariantCulture, $"msg_{webhook.Id}_{row.Sequence}_{row.Index}");
        return new WebhookMessage(id, Write(name, row.At, json =>
        {
            json.WriteString("organisation", organisation);
            json.WriteString("project", project);
            json.WriteNumber("sequence", row.Sequence);
            json.WriteNumber("index", row.Index);
            json.WriteString("actor", row.Actor);
            WriteWhat(json, name, row);
        }));
    }

    /// <summary>A message that tells of nothing.</summary>
    public static WebhookMessage Ping(Webhook webhook, string organisation, string word, DateTimeOffset at) =>
        new($"msg_{webhook.Id}_ping_{word}", Write(WebhookEvents.Ping, at, json => json.WriteString("organisation", organisation)));

    private static ReadOnlyMemory<byte> Write(string type, DateTimeOffset at, Action<Utf8JsonWriter> data)
    {
        var body = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(body, Writing))
        {
            json.WriteStartObject();
            json.WriteString("type", type);
            json.WriteString("timestamp", at.UtcDateTime.ToString(Times, CultureInfo.InvariantCulture));
            json.WriteNumber("format", Format);
            json.WriteStartObject("data");
            data(json);
            json.WriteEndObject();
            json.WriteEndObject();
        }
        return body.WrittenMemory;
    }

    private static void WriteWhat(Utf8JsonWriter json, string name, FeedRow row)
    {
        if (row.PromptId is { } prompt)
        {
            json.WriteString("prompt", row.Path);
            json.WriteNumber("promptId", prompt);
        }
        WriteText(json, "layer", row.Layer);
        WriteText(json, "scope", row.Scope);
        if (name == WebhookEvents.BranchMerged)
        {
            json.WriteString("branch", row.Name);
            json.WriteString("head", row.New);
            json.WriteString("merged", row.Old);
            return;
        }
        if (name == WebhookEvents.AliasMoved)
            json.WriteString("alias", row.Name);
        WriteNumber(json, "version", row.New);
        WriteNumber(json, "previous", row.Old);
    }

    private static void WriteText(Utf8JsonWriter json, string member, string? text)
    {
        if (text is not null)
            json.WriteString(member, text);
    }

    private static void WriteNumber(Utf8JsonWriter json, string member, string? number)
    {
        if (WebhookEvents.Number(number) is { } value)
            json.WriteNumber(member, value);
        else
            json.WriteNull(member);
    }
}
