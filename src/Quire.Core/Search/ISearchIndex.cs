using Quire.Core.Prompts;

namespace Quire.Core.Search;

/// <summary>The documents that search looks at: one for the latest version of each standing prompt.</summary>
public interface ISearchIndex
{
    /// <summary>Those of the prompts that stand, each with its latest version, in any order.</summary>
    IReadOnlyList<PromptEntry> Latest(long projectId, IReadOnlyCollection<long> promptIds);

    /// <summary>Puts the documents in place of all that the prompts had; prompts without one are found no more. None of them is deferred afterwards.</summary>
    void Replace(long projectId, IReadOnlyCollection<long> promptIds, IReadOnlyCollection<SearchDocument> documents);

    /// <summary>Notes that change <paramref name="sequence"/> left these prompts to be indexed later; until then they are not found.</summary>
    void Defer(long projectId, IReadOnlyCollection<long> promptIds, long sequence);

    /// <summary>Deferred prompts of any project, oldest change first.</summary>
    IReadOnlyList<DeferredPrompt> Deferred(int limit);

    /// <summary>What is searched, and the newest prompts that match and that the caller sees. Prompts that wait to be indexed are not found.</summary>
    SearchWindow Find(SearchLookUp lookUp, int limit);

    /// <summary>
    /// One bounded step of putting the index into the order in which it is searched fastest, worth its while after very many prompts. False where nothing is left.
    /// </summary>
    /// <param name="first">Whether it is the first step.</param>
    bool Tidy(bool first);

    /// <summary>The texts of the prompts as they are indexed, by prompt.</summary>
    IReadOnlyDictionary<long, string> Bodies(IReadOnlyCollection<long> promptIds);
}
