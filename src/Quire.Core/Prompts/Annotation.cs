namespace Quire.Core.Prompts;

/// <summary>One value beside immutable content.</summary>
/// <param name="ProjectId">The project.</param>
/// <param name="PromptId">The prompt.</param>
/// <param name="Number">The version, or 0 where it belongs to the prompt as a whole.</param>
/// <param name="Key">What it is, for example <c>tags</c>.</param>
/// <param name="Value">The value as JSON.</param>
public sealed record Annotation(long ProjectId, long PromptId, long Number, string Key, string Value);
