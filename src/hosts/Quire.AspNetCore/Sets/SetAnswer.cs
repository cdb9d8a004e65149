using System.Text.Json;
using Quire.AspNetCore.Prompts;
using Quire.Core.Prompts;
using Quire.Core.Sets;

namespace Quire.AspNetCore.Sets;

/// <summary>A prompt set and what it holds.</summary>
internal sealed record SetAnswer
{
    /// <summary>The set.</summary>
    public required SetEntry Set { get; init; }

    /// <summary>Its manifest, as it is written; absent where it cannot be read.</summary>
    public JsonElement? Manifest { get; init; }

    /// <summary>Its prompts, at most a thousand: what a release would hold.</summary>
    public required IReadOnlyList<PromptListEntry> Prompts { get; init; }

    /// <summary>The paths of prompts that do not parse, which a release could not hold.</summary>
    public required IReadOnlyList<string> Invalid { get; init; }

    /// <summary>Whether it holds more prompts than are listed.</summary>
    public required bool Truncated { get; init; }

    /// <summary>What Core knows.</summary>
    public static SetAnswer Of(PromptSet set, PromptList prompts) => new()
    {
        Set = SetEntry.Of(set),
        Manifest = set.Manifest?.Json,
        Prompts = [.. prompts.Items.Select(PromptListEntry.Of)],
        Invalid = [.. prompts.Items.Where(item => item.Version.Invalid).Select(item => item.Prompt.Path)],
        Truncated = prompts.Next is not null,
    };
}
