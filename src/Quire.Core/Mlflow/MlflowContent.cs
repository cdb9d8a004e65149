using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Quire.Core.Prompts;
using Quire.Prompts;
using Quire.Prompts.PromptFiles;

namespace Quire.Core.Mlflow;

/// <summary>What a file says, in MLflow's tags.</summary>
internal static class MlflowContent
{
    /// <summary>Where a text prompt keeps the schema of its answer; chat prompts have GitHub's <c>responseFormat</c>.</summary>
    public const string ResponseFormat = "x-response-format";

    private static readonly JsonSerializerOptions Relaxed = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>The tags of a version: those that carry its content, and over them the version's own.</summary>
    public static IReadOnlyDictionary<string, string> Tags(ResolvedPrompt prompt, IReadOnlyDictionary<string, string> own)
    {
        var tags = new SortedDictionary<string, string>(StringComparer.Ordinal)
        {
            [MlflowKeys.IsPrompt] = "true",
            [MlflowKeys.Type] = prompt.Content.Facts.Type,
            [MlflowKeys.Text] = Text(prompt),
        };
        if (Config(prompt) is { } config)
            tags[MlflowKeys.ModelConfig] = config;
        if (Format(prompt.Content.File) is { } format)
            tags[MlflowKeys.ResponseFormat] = Write(format);
        foreach (var (key, value) in own)
            tags[key] = value;
        return tags;
    }

    private static string Text(ResolvedPrompt prompt) => prompt.Content.File switch
    {
        { Messages: { Count: > 0 } messages } => JsonSerializer.Serialize(messages.Select(Message), Relaxed),
        { Body: { } body } => body.Source,
        // What does not parse, and what only adds to other prompts, is shown as it is.
        _ => Encoding.UTF8.GetString(prompt.Bytes.Span),
    };

    private static Dictionary<string, string> Message(ChatItem item) => item switch
    {
        ChatItem.Message message => new() { ["role"] = message.Role, ["content"] = message.Content.Source },
        ChatItem.Placeholder placeholder => new() { ["role"] = "placeholder", ["content"] = $"{{{{{placeholder.Name}}}}}" },
        ChatItem.MergePoint point => new() { ["role"] = "merge_point", ["content"] = point.Name },
        _ => throw new InvalidOperationException($"No message for {item.GetType().Name}."),
    };

    private static string? Config(ResolvedPrompt prompt)
    {
        var config = prompt.ModelOverride is { } settings ? ModelConfig.Of(JsonElement.Parse(settings), null) : prompt.Content.File?.Config;
        return config is { } known && known.EnumerateObject().Any() ? Write(known) : null;
    }

    private static JsonElement? Format(PromptFile? file) =>
        file is null ? null : file.Format == PromptFormat.Yaml ? file.ResponseFormat : file.Extensions.TryGetValue(ResponseFormat, out var format) ? format : null;

    private static string Write(JsonElement value) => JsonSerializer.Serialize(value, Relaxed);
}
