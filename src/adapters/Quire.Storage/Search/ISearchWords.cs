using Quire.Core.Search;
using Quire.Storage.Sessions;

namespace Quire.Storage.Search;

/// <summary>How one database indexes words and looks for them.</summary>
internal interface ISearchWords
{
    /// <summary>The column of the prompt's id in <see cref="Newest"/>, for its conditions.</summary>
    string Key { get; }

    /// <summary>
    /// The query for what decides whether a match is seen: id, project, layer and scope, newest first. <c>@p0</c> is what is looked for, <c>@p1</c> how many are
    /// wanted at most; it is for the reader to stop before.
    /// </summary>
    /// <param name="conditions">Further conditions on the id, each beginning with AND.</param>
    string Newest(string conditions);

    /// <summary>Takes the words of documents out, before the documents go.</summary>
    void Remove(Db db, IReadOnlyCollection<SearchDocument> documents);

    /// <summary>Puts the words of documents in.</summary>
    void Add(Db db, IReadOnlyCollection<SearchDocument> documents);

    /// <inheritdoc cref="ISearchIndex.Tidy"/>
    bool Tidy(Db db, bool first);

    /// <summary>What is looked for, as text. Every word is quoted; none can mean anything but itself.</summary>
    /// <param name="terms">The terms; where there are no borders, at least one is not excluded.</param>
    /// <param name="borders">Lists of words, of each of which one must be there.</param>
    string Match(IReadOnlyList<SearchTerm> terms, IReadOnlyList<IReadOnlyList<string>> borders);
}
