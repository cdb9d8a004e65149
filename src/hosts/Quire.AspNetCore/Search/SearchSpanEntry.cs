namespace Quire.AspNetCore.Search;

/// <summary>A word in an excerpt.</summary>
/// <param name="Start">Where it begins, in UTF-16 units.</param>
/// <param name="Length">How long it is, in UTF-16 units.</param>
internal sealed record SearchSpanEntry(int Start, int Length);
