using Quire.Core.Prompts;

namespace Quire.Core.History;

/// <summary>A prompt that does not stand at the tip of the default branch any more.</summary>
/// <param name="Prompt">The prompt.</param>
/// <param name="Version">Its newest version that was not deleted itself; null where there is none.</param>
public sealed record TrashEntry(Prompt Prompt, PromptVersion? Version);
