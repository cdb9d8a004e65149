namespace Quire.AspNetCore.Lineage;

/// <summary>A version that a run used.</summary>
/// <param name="Project">The project.</param>
/// <param name="Path">The prompt's path now, or the last one that it had.</param>
/// <param name="Version">The version.</param>
/// <param name="VersionDeleted">Whether the version was deleted since.</param>
/// <param name="PromptDeleted">Whether the prompt was deleted since.</param>
internal sealed record RunUseAnswer(string Project, string Path, long Version, bool VersionDeleted, bool PromptDeleted);
