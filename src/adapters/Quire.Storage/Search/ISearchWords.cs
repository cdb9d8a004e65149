using Quire.Core.Search;
using Quire.Storage.Sessions;

namespace Quire.Storage.Search;

/// <summary>How one database indexes words and looks for them.</summary>
internal interface ISearchWords
{
    /// <summary>The column of the prompt's id in <see cref="Newest"/>, for its conditions.</summary>
    string Key { get; }

    /// <summary>Whether <see cref="Newest"/> itself leaves out what the caller does not see, so that neither projects nor borders need be known before.</summary>
    bool KnowsWhoSees { get; }

    /// <summary>
    /// The query for the documents <c>d</c> of matches, newest first; the reader may stop before its end. Every word is quoted; none can mean anything but itself.
    /// </summary>
    /// <param name="lookUp">What is looked for.</param>
    /// <param name="borders">Lists of words, of each of which matches have one. Where there are none and they are needed, at least one term is not excluded.</param>
    /// <param name="most">How many are wanted at most.</param>
    /// <param name="columns">The columns.</param>
    /// <param name="conditions">Further conditions on the id, each beginning with AND.</param>
    /// <param name="values">Where the values go.</param>
    string Newest(SearchLookUp lookUp, IReadOnlyList<IReadOnlyList<string>> borders, int most, string columns, string conditions, StatementValues values);

    /// <summary>The first characters of a text.</summary>
    /// <param name="column">The text.</param>
    /// <param name="count">How many.</param>
    string Beginning(string column, string count);

    /// <summary>Takes the words of documents out, before the documents go.</summary>
    void Remove(Db db, IReadOnlyCollection<SearchDocument> documents);

    /// <summary>Puts the words of documents in.</summary>
    void Add(Db db, IReadOnlyCollection<SearchDocument> documents);

    /// <inheritdoc cref="ISearchIndex.Tidy"/>
    bool Tidy(Db db, bool first);
}
