using Quire.Core.Changes.Planning;
using Quire.Core.Errors;
using Quire.Core.Organisations;
using Quire.Core.Refs;
using Quire.Core.Stores;
using Quire.Prompts.Names;

namespace Quire.Core.History;

/// <summary>Short and full names of branches.</summary>
internal static class BranchNames
{
    /// <summary>The full name of a branch; the default one where none is named.</summary>
    /// <exception cref="QuireException"><c>invalid_name</c>.</exception>
    public static string Full(string? name, Project project)
    {
        if (name is null)
            return project.DefaultBranch;
        return RefName.TryParse(name, out _, out var problem) ? BranchPlanner.Prefix + name : throw problem.AsException();
    }

    /// <summary>The branch of that short name; the default one where none is named.</summary>
    /// <exception cref="QuireException"><c>ref_not_found</c>, <c>invalid_name</c>.</exception>
    public static Ref Require(ISession session, Project project, string? name) => session.Refs.Find(project.Id, Full(name, project))
        ?? throw new QuireException(ErrorKind.NotFound, "ref_not_found", $"There is no branch '{name ?? project.DefaultBranch[BranchPlanner.Prefix.Length..]}' in '{project.Name}'.", "List the branches with GET …/branches.");

    /// <summary>The name without <c>refs/heads/</c>.</summary>
    public static string Short(Ref branch) => branch.Name[BranchPlanner.Prefix.Length..];
}
