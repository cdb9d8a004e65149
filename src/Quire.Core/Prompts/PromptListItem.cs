using Quire.Core.Contents;

namespace Quire.Core.Prompts;

/// <summary>A prompt as lists show it.</summary>
/// <param name="Prompt">The prompt.</param>
/// <param name="Version">Its latest version.</param>
/// <param name="Facts">What that version declares.</param>
/// <param name="Aliases">Its aliases and the versions that they name.</param>
/// <param name="Tags">The annotation where one was set, else the front matter.</param>
/// <param name="Category">The annotation where one was set, else the front matter.</param>
public sealed record PromptListItem(
    Prompt Prompt, PromptVersion Version, PromptFacts Facts, IReadOnlyDictionary<string, long> Aliases, IReadOnlyList<string> Tags, string? Category);
