namespace Quire.Core.Prompts;

/// <summary>One page of what stands directly in a folder.</summary>
/// <param name="Prompts">The prompts, by path.</param>
/// <param name="Folders">The folders, by path.</param>
/// <param name="Next">Where the next page begins; null at the end.</param>
internal sealed record FolderPage(IReadOnlyList<PromptEntry> Prompts, IReadOnlyList<string> Folders, string? Next);
