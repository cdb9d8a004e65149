namespace Quire.Core.Changes;

/// <summary>A number that a change issued.</summary>
/// <param name="Path">The prompt's path.</param>
/// <param name="Number">The number.</param>
public sealed record IssuedVersion(string Path, long Number);
