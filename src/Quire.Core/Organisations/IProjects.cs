namespace Quire.Core.Organisations;

/// <summary>The rows of projects.</summary>
public interface IProjects
{
    /// <summary>The project of that name in the organisation, or null.</summary>
    Project? Find(long organisationId, string name);

    /// <summary>All projects of the organisation, by name.</summary>
    IReadOnlyList<Project> List(long organisationId);

    /// <summary>Adds a project. A name already taken in the organisation is an <see cref="InvalidOperationException"/>; callers look first.</summary>
    Project Add(long organisationId, string name, string defaultBranch, DateTimeOffset now);

    /// <summary>How often objects of the project were swept.</summary>
    long Sweeps(long projectId);

    /// <summary>Counts a sweep, in the transaction that removes the objects.</summary>
    void CountSweep(long organisationId, long projectId);

    /// <summary>Makes another branch the default one.</summary>
    void SetDefaultBranch(long organisationId, long projectId, string branch);
}
