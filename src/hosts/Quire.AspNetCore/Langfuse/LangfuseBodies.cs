using System.Text.Json;
using Quire.Core.Langfuse;
using Quire.Prompts.Names;

namespace Quire.AspNetCore.Langfuse;

/// <summary>Reads what Langfuse's clients send.</summary>
internal static class LangfuseBodies
{
    private const int MaxMessage = 500;

    /// <summary>The version that a request wants.</summary>
    /// <exception cref="Core.Errors.QuireException"><c>langfuse_invalid</c>.</exception>
    public static NewLangfusePrompt Read(LangfusePromptBody body)
    {
        var content = Content(body);
        LangfuseVariables.Check(content);
        return new NewLangfusePrompt
        {
            Name = LangfuseNames.Check(Text(body.Name, "name")),
            Content = content,
            Labels = body.Labels is { } labels ? Labels(labels, "labels") : [],
            Tags = body.Tags is { } tags ? Texts(tags, "tags") : null,
            Config = Config(body.Config),
            CommitMessage = Message(body.CommitMessage),
        };
    }

    /// <summary>The version that a request of the older form wants: active means <c>production</c>.</summary>
    /// <exception cref="Core.Errors.QuireException"><c>langfuse_invalid</c>.</exception>
    public static NewLangfusePrompt ReadLegacy(LangfusePromptBody body)
    {
        var wish = Read(body with { CommitMessage = null });
        return body.IsActive switch
        {
            { ValueKind: JsonValueKind.True } => wish with { Labels = [.. wish.Labels, LangfuseLabels.Production] },
            { ValueKind: JsonValueKind.False } => wish,
            _ => throw Expected("isActive", "boolean", body.IsActive),
        };
    }

    /// <summary>The labels that a version shall get.</summary>
    /// <exception cref="Core.Errors.QuireException"><c>langfuse_invalid</c>.</exception>
    public static IReadOnlyList<string> Read(LangfuseLabelsBody body)
    {
        var labels = Labels(body.NewLabels ?? throw Expected("newLabels", "array", null), "newLabels");
        return labels.Contains(AliasName.Latest) ? throw LangfuseIssue.At("newLabels", "Label 'latest' is always assigned to the latest prompt version") : labels;
    }

    private static LangfuseContent Content(LangfusePromptBody body)
    {
        var type = body.Type is { } given ? Text(given, "type") : "text";
        return type switch
        {
            "text" => new LangfuseContent(Text(body.Prompt, "prompt"), null),
            "chat" => new LangfuseContent(null, Messages(body.Prompt)),
            _ => throw LangfuseIssue.At("type", "Invalid input: expected \"text\" or \"chat\""),
        };
    }

    private static List<LangfuseMessage> Messages(JsonElement? prompt) =>
        prompt is { ValueKind: JsonValueKind.Array } list ? [.. list.EnumerateArray().Select(Message)] : throw Expected("prompt", "array", prompt);

    private static LangfuseMessage Message(JsonElement item)
    {
        if (item.ValueKind != JsonValueKind.Object)
            throw Expected("prompt", "object", item);
        if (Member(item, "role") is { } role && Member(item, "content") is { } content)
            return new LangfuseMessage(role, content, null);
        return Member(item, "type") == "placeholder" && Member(item, "name") is { } name
            ? new LangfuseMessage(null, null, name)
            : throw LangfuseIssue.At("prompt", "Invalid input: a message has role and content, a placeholder has type and name");
    }

    private static string? Member(JsonElement item, string name) =>
        item.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;

    private static List<string> Labels(JsonElement labels, string path)
    {
        var texts = Texts(labels, path);
        foreach (var label in texts.Where(label => label != AliasName.Latest))
        {
            if (label.Length is 0 or > AliasName.MaxLength)
                throw LangfuseIssue.At(path, $"A label has 1 to {AliasName.MaxLength} characters");
            if (!label.All(letter => char.IsAsciiLetterLower(letter) || char.IsAsciiDigit(letter) || letter is '_' or '-' or '.'))
                throw LangfuseIssue.At(path, "Label must be lowercase alphanumeric with optional underscores, hyphens, or periods");
            if (!AliasName.TryParse(label, out _, out var error))
                throw LangfuseIssue.At(path, $"Quire cannot keep this label. {error.Message}");
        }
        return texts;
    }

    private static JsonElement? Config(JsonElement? config) => config switch
    {
        null or { ValueKind: JsonValueKind.Null } => null,
        { ValueKind: JsonValueKind.Object } => config,
        _ => throw LangfuseIssue.At("config", "Quire keeps a config that is an object"),
    };

    private static string? Message(JsonElement? given)
    {
        var message = given is { } text ? Text(text, "commitMessage") : null;
        return message is { Length: > MaxMessage } ? throw LangfuseIssue.At("commitMessage", $"Too big: expected string to have <={MaxMessage} characters") : message;
    }

    private static List<string> Texts(JsonElement list, string path) =>
        list.ValueKind == JsonValueKind.Array ? [.. list.EnumerateArray().Select(item => Text(item, path))] : throw Expected(path, "array", list);

    private static string Text(JsonElement? value, string path) =>
        value is { ValueKind: JsonValueKind.String } text ? text.GetString()! : throw Expected(path, "string", value);

    private static Core.Errors.QuireException Expected(string path, string expected, JsonElement? received) =>
        LangfuseIssue.At(path, $"Invalid input: expected {expected}, received {Kind(received)}");

    private static string Kind(JsonElement? value) => value?.ValueKind switch
    {
        JsonValueKind.Array => "array",
        JsonValueKind.Object => "object",
        JsonValueKind.String => "string",
        JsonValueKind.Number => "number",
        JsonValueKind.True or JsonValueKind.False => "boolean",
        _ => "undefined",
    };
}
