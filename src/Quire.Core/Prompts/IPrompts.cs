namespace Quire.Core.Prompts;

/// <summary>The rows of prompts, and where moved ones went.</summary>
public interface IPrompts
{
    /// <summary>The prompt at that path, standing or deleted, or null. Paths compare exactly.</summary>
    Prompt? Find(long projectId, string path);

    /// <summary>The prompt of that id in the project, or null.</summary>
    Prompt? Get(long projectId, long promptId);

    /// <summary>The prompt that moved away from that path, or null.</summary>
    Prompt? FindMoved(long projectId, string oldPath);

    /// <summary>Prompts that stand at the tip of the default branch, each with its latest version, by path (ordinal), after <paramref name="after"/>.</summary>
    IReadOnlyList<PromptEntry> List(long projectId, string prefix, string? after, int limit);

    /// <summary>Prompts that had versions and do not stand at the tip of the default branch, by path (ordinal), after <paramref name="after"/>.</summary>
    IReadOnlyList<Prompt> ListDeleted(long projectId, string? after, int limit);

    /// <summary>Every prompt with a path of its own, standing, deleted or registered only, by path (ordinal), after <paramref name="after"/>.</summary>
    IReadOnlyList<Prompt> ListAll(long projectId, string? after, int limit);

    /// <summary>The ids of all prompts of the project, standing or deleted, in ascending order.</summary>
    IReadOnlyList<long> Ids(long projectId);

    /// <summary>How many prompts stand at the tip of the default branch.</summary>
    long Count(long projectId);

    /// <summary>Adds a prompt and gives it its id.</summary>
    Prompt Add(Prompt prompt);

    /// <summary>Writes every field of the prompt but its id, project and creation.</summary>
    void Update(Prompt prompt);

    /// <summary>Leaves a redirect from a path that the prompt had, replacing an older redirect of the same path.</summary>
    void AddRedirect(long projectId, string oldPath, long promptId);

    /// <summary>The paths that redirect to the prompt.</summary>
    IReadOnlyList<string> Redirects(long projectId, long promptId);
}
