namespace Quire.AspNetCore.Commits;

/// <summary>A number that a change issued.</summary>
/// <param name="Path">The prompt's path.</param>
/// <param name="Number">The number.</param>
internal sealed record IssuedAnswer(string Path, long Number);
