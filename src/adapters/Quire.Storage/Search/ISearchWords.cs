using Quire.Core.Search;

namespace Quire.Storage.Search;

/// <summary>How one database indexes words and looks for them.</summary>
internal interface ISearchWords
{
    /// <summary>The tables of a search, <c>d</c> being <c>search_documents</c>, with the condition on <c>@match</c>.</summary>
    string Source { get; }

    /// <summary>The column of the prompt's id by which matches come newest first without sorting.</summary>
    string Key { get; }

    /// <summary>The expression of the parameter <c>@words</c> in an insert.</summary>
    string Value { get; }

    /// <summary>The words of a document.</summary>
    string Format(IReadOnlyList<string> words);

    /// <summary>The value of <c>@match</c>. Every word is quoted; none can mean anything but itself.</summary>
    string Match(IReadOnlyList<SearchTerm> terms);
}
