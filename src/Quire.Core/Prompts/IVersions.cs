using Quire.Versioning.Objects;

namespace Quire.Core.Prompts;

/// <summary>The rows of numbered versions.</summary>
public interface IVersions
{
    /// <summary>Version <paramref name="number"/> of the prompt, tombstoned or not, or null.</summary>
    PromptVersion? Find(long projectId, long promptId, long number);

    /// <summary>Versions below <paramref name="before"/> (null: from the newest), newest first.</summary>
    IReadOnlyList<PromptVersion> List(long projectId, long promptId, long? before, int limit);

    /// <summary>Adds versions; numbers that exist are an error.</summary>
    void Add(IReadOnlyCollection<PromptVersion> versions);

    /// <summary>Sets or lifts the tombstone of a version.</summary>
    void SetTombstone(long projectId, long promptId, long number, bool value);

    /// <summary>The contributions to any of the bases (<c>project:path</c>) at the tips of the default branches of the organisation's projects.</summary>
    IReadOnlyList<PromptEntry> LatestContributions(long organisationId, IReadOnlyCollection<string> extends);

    /// <summary>The contributions to any of the bases that carry the alias, at the version that carries it.</summary>
    IReadOnlyList<PromptEntry> AliasedContributions(long organisationId, IReadOnlyCollection<string> extends, string alias);

    /// <summary>The versions, deleted ones left out, whose facts name other prompts in Langfuse's way, by path and number.</summary>
    IReadOnlyList<PromptEntry> NamingOthers(long projectId);

    /// <summary>Every commit of the project that a version holds, each once.</summary>
    IReadOnlyList<ObjectId> HeldCommits(long projectId);
}
