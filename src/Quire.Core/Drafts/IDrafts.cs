namespace Quire.Core.Drafts;

/// <summary>The drafts of people.</summary>
public interface IDrafts
{
    /// <summary>The draft; null where there is none.</summary>
    Draft? Find(DraftKey key);

    /// <summary>Keeps a draft, in place of the one that is there.</summary>
    void Set(Draft draft);

    /// <summary>Removes a draft.</summary>
    /// <param name="key">Which one.</param>
    /// <param name="text">The text that it must still have; null for whatever it has.</param>
    /// <returns>Whether one was removed.</returns>
    bool Remove(DraftKey key, string? text = null);

    /// <summary>A person's drafts in a project, by branch and path.</summary>
    IReadOnlyList<DraftEntry> List(long projectId, string person, int limit);

    /// <summary>What a person's drafts in all projects of the organisation come to.</summary>
    DraftUsage Usage(long organisationId, string person);
}
