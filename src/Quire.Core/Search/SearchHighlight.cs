namespace Quire.Core.Search;

/// <summary>A piece of a prompt with the words that were looked for.</summary>
/// <param name="Field"><c>path</c>, <c>tag</c>, <c>description</c> or <c>text</c>.</param>
/// <param name="Excerpt">The piece, as it stands there.</param>
/// <param name="Spans">The words in it, as start and length in UTF-16 units.</param>
public sealed record SearchHighlight(string Field, string Excerpt, IReadOnlyList<SearchSpan> Spans);
