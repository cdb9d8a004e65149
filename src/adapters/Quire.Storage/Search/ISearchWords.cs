using Quire.Core.Search;
using Quire.Storage.Sessions;

namespace Quire.Storage.Search;

/// <summary>How one database indexes words and looks for them.</summary>
internal interface ISearchWords
{
    /// <summary>The column of the prompt's id in <see cref="Newest"/>, for its conditions.</summary>
    string Key { get; }

    /// <summary>Whether going on to the next match that is seen costs next to nothing, so that the index is always asked for what is seen.</summary>
    bool SeesCheaply { get; }

    /// <summary>
    /// The query for the documents <c>d</c> of matches, newest first. <c>@p0</c> and <c>@p2</c> are what <see cref="Match"/> gives, <c>@p1</c> is how many are
    /// wanted at most; the reader may stop before.
    /// </summary>
    /// <param name="columns">The columns.</param>
    /// <param name="conditions">Further conditions on the id, each beginning with AND.</param>
    string Newest(string columns, string conditions);

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

    /// <summary>
    /// What is looked for and the id below which, as the values of two parameters. Every word is quoted; none can mean anything but itself.
    /// </summary>
    /// <param name="lookUp">What is looked for; where there are no borders, at least one term is not excluded.</param>
    /// <param name="borders">Lists of words, of each of which one must be there.</param>
    (object Words, object Before) Match(SearchLookUp lookUp, IReadOnlyList<IReadOnlyList<string>> borders);
}
