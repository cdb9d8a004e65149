namespace Quire.Versioning.Diffs.Words;

/// <summary>A run of characters of one line or block, changed or not.</summary>
/// <param name="Start">The first character, in UTF-16 units.</param>
/// <param name="Length">How many, in UTF-16 units.</param>
/// <param name="IsChanged">Whether the other text lacks it.</param>
public readonly record struct WordSpan(int Start, int Length, bool IsChanged);
