namespace Quire.Core.Search;

/// <summary>A term in a text.</summary>
/// <param name="Term">Which one, by its place among the terms.</param>
/// <param name="Word">The place of its first word among the words of the text.</param>
/// <param name="Span">The piece of the text.</param>
internal readonly record struct TermMatch(int Term, int Word, SearchSpan Span);
