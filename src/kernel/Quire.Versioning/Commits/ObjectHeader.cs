namespace Quire.Versioning.Commits;

/// <summary>One header of a commit or tag.</summary>
/// <param name="Key">Its name, for example <c>gpgsig</c>.</param>
/// <param name="Value">Its value; continuation lines are joined with line feeds.</param>
public readonly record struct ObjectHeader(string Key, string Value);
