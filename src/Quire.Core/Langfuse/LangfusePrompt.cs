using Quire.Core.Prompts;

namespace Quire.Core.Langfuse;

/// <summary>A version as Langfuse's clients read it.</summary>
/// <param name="Prompt">The version.</param>
/// <param name="Content">What it says: as it was written, or composed.</param>
/// <param name="Composed">How it was composed; null where it names no other prompt, or was asked for as it was written.</param>
public sealed record LangfusePrompt(ResolvedPrompt Prompt, LangfuseContent Content, ComposedContent? Composed);
