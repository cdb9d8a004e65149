namespace Quire.Core.Changes.Planning;

/// <summary>A prompt on which an alias moves.</summary>
/// <param name="Prompt">The prompt.</param>
/// <param name="Number">The version that the alias will name; null where it is removed.</param>
internal sealed record PromotedVersion(PromptState Prompt, long? Number);
