namespace Quire.Core.Prompts;

/// <summary>A movable name of a version.</summary>
/// <param name="ProjectId">The project.</param>
/// <param name="PromptId">The prompt.</param>
/// <param name="Name">The name.</param>
/// <param name="Number">The version it points to.</param>
/// <param name="UpdatedAt">When it last moved.</param>
public sealed record Alias(long ProjectId, long PromptId, string Name, long Number, DateTimeOffset UpdatedAt);
