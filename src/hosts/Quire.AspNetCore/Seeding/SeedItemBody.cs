using Quire.AspNetCore.Prompts;
using Quire.Core.Seeding;
using Quire.Prompts;

namespace Quire.AspNetCore.Seeding;

/// <summary>A default prompt of an application: <c>text</c>, <c>messages</c> or a whole file in <c>source</c>, and what belongs to it.</summary>
internal sealed record SeedItemBody : PromptPartsBody
{
    /// <summary>The template of a text prompt.</summary>
    public string? Text { get; init; }

    /// <summary>The aliases that it gets when it is seeded; absent for those of the manifest.</summary>
    public IReadOnlyList<string>? Aliases { get; init; }

    /// <summary>The item as Core takes it.</summary>
    /// <exception cref="Quire.Core.Errors.QuireException"><c>invalid_prompt</c>.</exception>
    public SeedItem ToItem(string name)
    {
        var (bytes, format) = PromptFileText.Of(this, Text);
        return new SeedItem { Name = name, Source = bytes, Format = format ?? PromptFormat.Markdown, Aliases = Aliases };
    }
}
