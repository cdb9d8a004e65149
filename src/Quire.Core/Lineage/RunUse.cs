namespace Quire.Core.Lineage;

/// <summary>A version that a run used, with what its prompt is called now.</summary>
/// <param name="ProjectId">The project.</param>
/// <param name="Project">The project's name.</param>
/// <param name="PromptId">The prompt.</param>
/// <param name="Path">The prompt's path now, or the last one that it had.</param>
/// <param name="Number">The version.</param>
/// <param name="VersionDeleted">Whether the version was deleted since.</param>
/// <param name="PromptDeleted">Whether the prompt does not stand at the tip of the default branch any more.</param>
public sealed record RunUse(long ProjectId, string Project, long PromptId, string Path, long Number, bool VersionDeleted, bool PromptDeleted);
