using System.Text;
using System.Text.Json;
using Quire.Core.Prompts;
using Quire.Prompts;
using Quire.Prompts.PromptFiles;
using Quire.Templating;

namespace Quire.Core.Langfuse;

/// <summary>Makes the file of a version that came through Langfuse's endpoints.</summary>
internal static class LangfuseFile
{
    /// <summary>
    /// The file's bytes and how it is written down. What a prompt already says of itself, its dialect included, goes on; a new one is of the dialect
    /// <c>variables</c>.
    /// </summary>
    public static (byte[] Bytes, PromptFormat Format) Write(NewLangfusePrompt wish, ResolvedPrompt? current)
    {
        var file = current?.Content.File;
        var model = HasMembers(wish.Config) ? wish.Config : null;
        if (file is { Format: PromptFormat.Text } && model is null && wish.Content.Text is { } verbatim)
            return (Encoding.UTF8.GetBytes(verbatim), PromptFormat.Text);
        var parts = Inherited(file) with
        {
            Format = wish.Content.Text is null ? PromptFormat.Yaml : PromptFormat.Markdown,
            Model = model,
            Body = wish.Content.Text ?? "",
            Messages = wish.Content.Messages is { } messages ? Json(messages) : null,
        };
        return (Encoding.UTF8.GetBytes(PromptFileWriter.Write(parts)), parts.Format);
    }

    private static bool HasMembers(JsonElement? config) => config is { ValueKind: JsonValueKind.Object } settings && settings.EnumerateObject().Any();

    private static PromptParts Inherited(PromptFile? file) => file is null ? new PromptParts { Dialect = Dialect.Variables } : new PromptParts
    {
        Dialect = file.Dialect,
        Title = file.Title,
        Description = file.Description,
        Tags = file.Tags,
        Category = file.Category,
        Variables = file.Variables?.Schema,
        ResponseFormat = file.ResponseFormat,
        JsonSchema = file.JsonSchema,
        TestData = file.TestData,
        Evaluators = file.Evaluators,
        Extensions = file.Extensions,
    };

    /// <summary>Messages as a prompt file holds them.</summary>
    public static JsonElement Json(IReadOnlyList<LangfuseMessage> messages) => JsonSerializer.SerializeToElement(messages.Select(message =>
        message.Placeholder is { } name
            ? new Dictionary<string, string> { ["placeholder"] = name }
            : new Dictionary<string, string> { ["role"] = message.Role!, ["content"] = message.Content! }));
}
