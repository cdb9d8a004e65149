namespace Quire.Core.Prompts;

/// <summary>The rows that say which aliases of a project are protected.</summary>
public interface IProtectedAliases
{
    /// <summary>The project's patterns, in order.</summary>
    IReadOnlyList<string> List(long projectId);

    /// <summary>Adds a pattern; nothing where it is there.</summary>
    void Add(long projectId, string pattern);

    /// <summary>Removes a pattern; nothing where it is not there.</summary>
    void Remove(long projectId, string pattern);
}
