using System.Text;
using System.Text.Json;
using Quire.Core.Errors;
using Quire.Prompts;
using Quire.Prompts.PromptFiles;
using Quire.Templating;

namespace Quire.AspNetCore.Prompts;

/// <summary>Makes the file of a prompt that came as a whole or in parts.</summary>
internal static class PromptFileText
{
    /// <summary>The file's bytes, and how it is written down; null for what the file is already.</summary>
    /// <exception cref="QuireException"><c>invalid_prompt</c>.</exception>
    public static (byte[] Bytes, PromptFormat? Format) Of(SavePromptBody body) => Of(body, body.Template, body.Type);

    /// <summary>The same for other bodies.</summary>
    /// <param name="body">The parts.</param>
    /// <param name="template">The template of a text prompt; null for none.</param>
    /// <param name="type">What the type is said to be; null where nothing is said.</param>
    /// <exception cref="QuireException"><c>invalid_prompt</c>.</exception>
    public static (byte[] Bytes, PromptFormat? Format) Of(PromptPartsBody body, string? template, string? type = null)
    {
        if ((body.Source is null ? 0 : 1) + (template is null ? 0 : 1) + (body.Messages is null ? 0 : 1) != 1)
            throw Refuse("has none or more than one of source, template and messages", "Give exactly one of them.");
        if (body.Source is not null)
            return (Encoding.UTF8.GetBytes(OfWhole(body, type)), Format(body.Format));
        if (body.Format is not null)
            throw Refuse("has a format beside parts", "A format belongs to a whole file in source.");
        var parts = Parts(body, template, type);
        return (Encoding.UTF8.GetBytes(PromptFileWriter.Write(parts)), parts.Format);
    }

    private static string OfWhole(PromptPartsBody body, string? type)
    {
        var hasParts = type is not null || body.Dialect is not null || body.Description is not null || body.Tags is not null
            || body.Category is not null || body.Variables is not null || body.Model is not null;
        return hasParts ? throw Refuse("has parts beside a whole file", "Write them into the front matter of source, or send template or messages.") : body.Source!;
    }

    private static PromptParts Parts(PromptPartsBody body, string? template, string? type)
    {
        var chat = body.Messages is not null;
        if (type is not null && type != (chat ? "chat" : "text"))
            throw Refuse($"has the type '{type}' beside {(chat ? "messages" : "a template")}", "A text prompt has a template, a chat prompt has messages.");
        if (chat && body.Messages!.Value.ValueKind != JsonValueKind.Array)
            throw Refuse("has messages that are no list", "Send a list of {role, content}.");
        return new PromptParts
        {
            Format = chat ? PromptFormat.Yaml : PromptFormat.Markdown,
            Body = template ?? "",
            Messages = body.Messages,
            Dialect = Dialect(body.Dialect),
            Description = body.Description,
            Tags = body.Tags ?? [],
            Category = body.Category,
            Variables = body.Variables,
            Model = body.Model,
        };
    }

    /// <summary>How a file is written down, by the word for it; null for none.</summary>
    /// <exception cref="QuireException"><c>invalid_prompt</c>.</exception>
    public static PromptFormat? Format(string? text) => text switch
    {
        null => null,
        "markdown" => PromptFormat.Markdown,
        "yaml" => PromptFormat.Yaml,
        "text" => PromptFormat.Text,
        _ => throw Refuse("has an unknown format", "Formats are markdown, yaml and text."),
    };

    private static Dialect Dialect(string? text)
    {
        if (text is null)
            return Templating.Dialect.Jinja;
        var known = Enum.GetValues<Dialect>().Where(dialect => Words.Of(dialect) == text).ToList();
        return known.Count == 1 ? known[0] : throw Refuse("has an unknown dialect", $"Dialects are {string.Join(", ", Enum.GetValues<Dialect>().Select(Words.Of))}.");
    }

    private static QuireException Refuse(string reason, string hint) => new(ErrorKind.Invalid, "invalid_prompt", $"The prompt {reason}.", hint);
}
