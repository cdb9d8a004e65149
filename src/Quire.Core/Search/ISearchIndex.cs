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

    /// <summary>The oldest change whose prompts in these projects wait; null where none does.</summary>
    long? FirstDeferred(IReadOnlyCollection<long> projectIds);

    /// <summary>The newest prompts that match, by id descending.</summary>
    IReadOnlyList<SearchCandidate> Find(SearchLookUp lookUp, int limit);

    /// <summary>The texts of the prompts as they are indexed, by prompt.</summary>
    IReadOnlyDictionary<long, string> Bodies(IReadOnlyCollection<long> promptIds);
}
