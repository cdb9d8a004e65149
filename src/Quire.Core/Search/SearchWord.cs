namespace Quire.Core.Search;

/// <summary>A word of a text.</summary>
/// <param name="Text">The word, folded.</param>
/// <param name="Start">Where it begins in the text, in UTF-16 units.</param>
/// <param name="Length">How long it is there.</param>
internal readonly record struct SearchWord(string Text, int Start, int Length);
