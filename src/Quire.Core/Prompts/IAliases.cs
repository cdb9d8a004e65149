namespace Quire.Core.Prompts;

/// <summary>The rows of aliases.</summary>
public interface IAliases
{
    /// <summary>The alias of that name on the prompt, or null.</summary>
    Alias? Find(long projectId, long promptId, string name);

    /// <summary>All aliases of the prompts, by prompt and name.</summary>
    IReadOnlyList<Alias> List(long projectId, IReadOnlyCollection<long> promptIds);

    /// <summary>Every alias of that name in the project.</summary>
    IReadOnlyList<Alias> ListByName(long projectId, string name);

    /// <summary>Creates or moves an alias.</summary>
    void Set(Alias alias);

    /// <summary>Removes an alias; true when it was there.</summary>
    bool Remove(long projectId, long promptId, string name);

    /// <summary>The number of the last change that moved any alias of that name in the project; 0 when none did. It is what a fingerprint records.</summary>
    long Epoch(long projectId, string name);

    /// <summary>Records that change <paramref name="sequence"/> moved an alias of that name.</summary>
    void SetEpoch(long projectId, string name, long sequence);
}
