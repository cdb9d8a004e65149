using Quire.Core.Changes.Planning;
using Quire.Core.Errors;
using Quire.Core.Organisations;
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
}
