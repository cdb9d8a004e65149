namespace Quire.Versioning.Commits;

/// <summary>One <c>Key: value</c> line at the end of a commit's message.</summary>
/// <param name="Key">The key, for example <c>Quire-Move</c>.</param>
/// <param name="Value">The value; continuation lines are joined with spaces.</param>
public readonly record struct Trailer(string Key, string Value);
