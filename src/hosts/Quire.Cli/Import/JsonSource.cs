using System.Text.Json;
using Quire.Cli.Terminal;

namespace Quire.Cli.Import;

/// <summary>Prompts in a JSON list, as registries export them: <c>[{"name": …, "prompt": text or messages, …}]</c>.</summary>
internal static class JsonSource
{
    private static readonly JsonDocumentOptions Options = new() { MaxDepth = 64, AllowTrailingCommas = true, CommentHandling = JsonCommentHandling.Skip };

    private static readonly string[] Lists = ["prompts", "items", "data"];

    /// <summary>Reads the rows.</summary>
    /// <param name="name">The file's name, for messages.</param>
    /// <param name="text">The whole file.</param>
    public static IReadOnlyList<PromptRow> Read(string name, string text)
    {
        JsonElement root;
        try
        {
            root = JsonDocument.Parse(text, Options).RootElement;
        }
        catch (JsonException error)
        {
            throw RowErrors.Refuse(name, $"it is not JSON: {JsonText.Reason(error)}.");
        }
        var list = root.ValueKind == JsonValueKind.Object ? Lists.Select(member => Member(root, member)).FirstOrDefault(found => found is not null) : root;
        if (list is not { ValueKind: JsonValueKind.Array } items)
            throw RowErrors.Refuse(name, "it holds no list of prompts.", """Write [{"name": "support/answer", "prompt": "…"}].""");
        return [.. items.EnumerateArray().Select((item, index) => Row($"{name}, item {index + 1}", item))];
    }

    /// <summary>The messages of a chat prompt, in the form of a prompt file.</summary>
    public static IReadOnlyList<JsonElement> Messages(string origin, JsonElement list)
    {
        if (list.ValueKind != JsonValueKind.Array)
            throw RowErrors.Refuse(origin, "a chat prompt holds a list of messages.", """Write [{"role": "system", "content": "…"}].""");
        return [.. list.EnumerateArray()];
    }

    private static PromptRow Row(string origin, JsonElement item)
    {
        if (item.ValueKind != JsonValueKind.Object)
            throw RowErrors.Refuse(origin, "it is no object.", """Write {"name": "support/answer", "prompt": "…"}.""");
        var content = RowText.Text.Select(name => Member(item, name)).FirstOrDefault(found => found is not null)
            ?? throw RowErrors.Refuse(origin, "it has no 'prompt', 'text', 'template' or 'messages'.");
        var chat = content.ValueKind == JsonValueKind.Array;
        if (!chat && content.ValueKind != JsonValueKind.String)
            throw RowErrors.Refuse(origin, "the prompt is neither a text nor a list of messages.");
        return new PromptRow
        {
            Origin = origin,
            Path = RowText.Path.Select(name => Text(origin, item, name)).FirstOrDefault(found => found is { Length: > 0 }) ?? throw RowErrors.Refuse(origin, "it has no 'name' or 'path'."),
            Text = chat ? null : Decoded(origin, content),
            Messages = chat ? Messages(origin, content) : null,
            Dialect = Text(origin, item, "dialect"),
            Description = Text(origin, item, "description"),
            Category = Text(origin, item, "category"),
            Tags = Words(origin, item, "tags"),
            Aliases = [.. Words(origin, item, "labels").Concat(Words(origin, item, "aliases")).Where(alias => alias != "latest").Distinct()],
            Model = Member(item, "model") ?? Model(Member(item, "config")),
        };
    }

    // An empty configuration says nothing.
    private static JsonElement? Model(JsonElement? config) =>
        config is { ValueKind: JsonValueKind.Object } found && !found.EnumerateObject().Any() ? null : config;

    private static JsonElement? Member(JsonElement item, string name) =>
        item.TryGetProperty(name, out var value) && value.ValueKind is not JsonValueKind.Null ? value : null;

    private static string? Text(string origin, JsonElement item, string name) => Member(item, name) switch
    {
        null => null,
        { ValueKind: JsonValueKind.String } text => Decoded(origin, text),
        _ => throw RowErrors.Refuse(origin, $"'{name}' is no text."),
    };

    private static IReadOnlyList<string> Words(string origin, JsonElement item, string name) => Member(item, name) switch
    {
        null => [],
        { ValueKind: JsonValueKind.String } text => RowText.Words(Decoded(origin, text)),
        { ValueKind: JsonValueKind.Array } list => [.. list.EnumerateArray().Select(word => word.ValueKind == JsonValueKind.String ? Decoded(origin, word) : throw RowErrors.Refuse(origin, $"'{name}' holds something that is no text."))],
        _ => throw RowErrors.Refuse(origin, $"'{name}' is no list of texts."),
    };

    private static string Decoded(string origin, JsonElement text)
    {
        try
        {
            return text.GetString()!;
        }
        catch (InvalidOperationException)
        {
            throw RowErrors.Refuse(origin, "a text is not valid Unicode.");
        }
    }
}
