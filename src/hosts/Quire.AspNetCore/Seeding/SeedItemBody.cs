using System.Text.Json;
using Quire.AspNetCore.Prompts;
using Quire.Core.Seeding;
using Quire.Prompts;

namespace Quire.AspNetCore.Seeding;

/// <summary>A default prompt of an application: <c>text</c>, <c>messages</c> or a whole file in <c>source</c>, and what belongs to it.</summary>
internal sealed record SeedItemBody
{
    /// <summary>The template of a text prompt.</summary>
    public string? Text { get; init; }

    /// <summary>The items of a chat prompt, as its file has them.</summary>
    public JsonElement? Messages { get; init; }

    /// <summary>The whole file.</summary>
    public string? Source { get; init; }

    /// <summary>How <c>source</c> is written down: <c>markdown</c>, <c>yaml</c> or <c>text</c>; absent for <c>markdown</c>.</summary>
    public string? Format { get; init; }

    /// <summary>The language of the templates; absent for <c>jinja</c>.</summary>
    public string? Dialect { get; init; }

    /// <summary>What the prompt is for.</summary>
    public string? Description { get; init; }

    /// <summary>The tags.</summary>
    public IReadOnlyList<string>? Tags { get; init; }

    /// <summary>The category.</summary>
    public string? Category { get; init; }

    /// <summary>The JSON Schema of the variables, or in short a mapping from each variable's name to its schema.</summary>
    public JsonElement? Variables { get; init; }

    /// <summary>The model settings: any JSON.</summary>
    public JsonElement? Model { get; init; }

    /// <summary>The aliases that it gets when it is seeded; absent for those of the manifest.</summary>
    public IReadOnlyList<string>? Aliases { get; init; }

    /// <summary>The item as Core takes it.</summary>
    /// <exception cref="Quire.Core.Errors.QuireException"><c>invalid_prompt</c>.</exception>
    public SeedItem ToItem(string name)
    {
        var (bytes, format) = PromptFileText.Of(new SavePromptBody
        {
            Template = Text,
            Messages = Messages,
            Source = Source,
            Format = Format,
            Dialect = Dialect,
            Description = Description,
            Tags = Tags,
            Category = Category,
            Variables = Variables,
            Model = Model,
            Message = "",
        });
        return new SeedItem { Name = name, Source = bytes, Format = format ?? PromptFormat.Markdown, Aliases = Aliases };
    }
}
