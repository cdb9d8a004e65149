namespace Quire.Core.Search;

/// <summary>A piece of a text.</summary>
/// <param name="Start">Where it begins, in UTF-16 units.</param>
/// <param name="Length">How long it is.</param>
public readonly record struct SearchSpan(int Start, int Length);
