using Quire.Core.Access;
using Quire.Core.Errors;
using Quire.Core.Stores;

namespace Quire.Core.Organisations;

/// <summary>Finds projects for a caller, by (organisation, name) always.</summary>
internal static class ProjectLookups
{
    /// <summary>The project, where it exists for the caller.</summary>
    /// <exception cref="QuireException"><c>project_not_found</c>.</exception>
    public static Project RequireProject(this ISession session, Principal caller, string name) =>
        (caller.Reaches(name) ? session.Projects.Find(caller.OrganisationId, name) : null)
        ?? throw new QuireException(ErrorKind.NotFound, "project_not_found", $"There is no project '{name}'.",
            "List the projects with GET …/projects.");

    /// <summary>The names of the projects by id: of that one, or for null of all that exist for the caller.</summary>
    /// <exception cref="QuireException"><c>project_not_found</c>.</exception>
    public static IReadOnlyDictionary<long, string> ReachedProjects(this ISession session, Principal caller, string? name)
    {
        var projects = name is null ? session.Projects.List(caller.OrganisationId).Where(project => caller.Reaches(project.Name)) : [session.RequireProject(caller, name)];
        return projects.ToDictionary(project => project.Id, project => project.Name);
    }
}
