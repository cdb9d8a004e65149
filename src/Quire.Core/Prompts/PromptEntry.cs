namespace Quire.Core.Prompts;

/// <summary>A prompt with one of its versions.</summary>
/// <param name="Prompt">The prompt.</param>
/// <param name="Version">The version that was asked for.</param>
public sealed record PromptEntry(Prompt Prompt, PromptVersion Version);
