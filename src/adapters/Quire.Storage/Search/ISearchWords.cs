using Quire.Core.Search;
using Quire.Storage.Sessions;

namespace Quire.Storage.Search;

/// <summary>How one database indexes words and looks for them.</summary>
internal interface ISearchWords
{
    /// <summary>The table <c>w</c> of the words, with the condition on <c>@match</c>.</summary>
    string Source { get; }

    /// <summary>The column of the prompt's id in it.</summary>
    string Key { get; }

    /// <summary>Takes the words of documents out, before the documents go.</summary>
    void Remove(Db db, IReadOnlyCollection<SearchDocument> documents);

    /// <summary>Puts the words of documents in.</summary>
    void Add(Db db, IReadOnlyCollection<SearchDocument> documents);

    /// <summary>The value of <c>@match</c>. Every word is quoted; none can mean anything but itself.</summary>
    string Match(SearchLookUp lookUp);
}
