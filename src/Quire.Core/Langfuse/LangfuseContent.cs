using System.Text;
using Quire.Core.Prompts;
using Quire.Prompts;
using Quire.Prompts.PromptFiles;

namespace Quire.Core.Langfuse;

/// <summary>What a prompt says, in the two forms that Langfuse knows.</summary>
/// <param name="Text">The text of a text prompt; null for a chat prompt.</param>
/// <param name="Messages">The items of a chat prompt; null for a text prompt.</param>
public sealed record LangfuseContent(string? Text, IReadOnlyList<LangfuseMessage>? Messages)
{
    /// <summary>Every text in which other prompts may be named.</summary>
    internal IEnumerable<string> Texts => Text is not null ? [Text] : Messages!.Select(message => message.Content).OfType<string>();

    /// <summary>
    /// The content of a version: the template as it was written, whatever its dialect. A merge point among messages stands for its default messages.
    /// </summary>
    public static LangfuseContent Of(ResolvedPrompt prompt)
    {
        ArgumentNullException.ThrowIfNull(prompt);
        return prompt.Content.File is { } file ? Of(file) ?? Raw(prompt) : Raw(prompt);
    }

    /// <summary>The content of a file; null where it is neither a text nor a chat.</summary>
    internal static LangfuseContent? Of(PromptFile file)
    {
        if (file.IsContribution)
            return null;
        if (file.Type == PromptType.Chat && file.Body is null)
            return new LangfuseContent(null, [.. file.Messages.SelectMany(Items)]);
        return file.Body is { } body ? new LangfuseContent(body.Source, null) : null;
    }

    /// <summary>The prompts that the texts name, each once; null where they name none.</summary>
    internal IReadOnlyList<string>? Names()
    {
        var names = Texts.SelectMany(LangfuseTags.Find).Select(tag => tag.Key).Distinct(StringComparer.Ordinal).ToList();
        return names.Count == 0 ? null : names;
    }

    private static LangfuseContent Raw(ResolvedPrompt prompt) => new(Encoding.UTF8.GetString(prompt.Bytes.Span), null);

    private static IEnumerable<LangfuseMessage> Items(ChatItem item) => item switch
    {
        ChatItem.Message message => [new LangfuseMessage(message.Role, message.Content.Source, null)],
        ChatItem.Placeholder placeholder => [new LangfuseMessage(null, null, placeholder.Name)],
        ChatItem.MergePoint point => point.Default.SelectMany(Items),
        _ => throw new InvalidOperationException($"A chat item of the unknown kind {item.GetType().Name}."),
    };
}
