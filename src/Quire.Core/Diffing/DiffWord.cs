namespace Quire.Core.Diffing;

/// <summary>Characters of a line that changed.</summary>
/// <param name="Start">The first one, from 0, in UTF-16 units.</param>
/// <param name="Length">How many, in UTF-16 units.</param>
public sealed record DiffWord(int Start, int Length);
