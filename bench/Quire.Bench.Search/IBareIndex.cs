namespace Quire.Bench.Search;

/// <summary>The database's own full text index over the same words, asked for its 20 best by its own ranking.</summary>
internal interface IBareIndex : IDisposable
{
    /// <summary>The query.</summary>
    string Description { get; }

    /// <summary>Asks for prompts that have all the words.</summary>
    /// <returns>How many were answered.</returns>
    int Find(IEnumerable<string> words);

    /// <summary>How many prompts have all the words.</summary>
    long Count(IEnumerable<string> words);

    /// <summary>Puts it into the best order that the database knows, which its manual advises after many changes; false where it is.</summary>
    bool Optimize();

    /// <summary>The room that Quire's index takes, as a text; its own too.</summary>
    string Sizes();
}
