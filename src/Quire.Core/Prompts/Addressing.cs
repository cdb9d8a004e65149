using Quire.Core.Access;
using Quire.Core.Errors;
using Quire.Prompts.Addresses;
using Quire.Prompts.Names;

namespace Quire.Core.Prompts;

/// <summary>Makes addresses of parts that came with a call.</summary>
public static class Addressing
{
    /// <summary>The address of a prompt at the tip of a branch; of its latest version where no branch is named.</summary>
    /// <exception cref="QuireException"><c>invalid_name</c>.</exception>
    public static Address Of(Principal caller, string project, string path, string? branch = null) =>
        Of(caller, project, path, branch is null ? Selector.Latest : BranchSelector(branch));

    /// <summary>The address of a version of a prompt.</summary>
    /// <exception cref="QuireException"><c>invalid_name</c>.</exception>
    public static Address Of(Principal caller, string project, string path, Selector selector)
    {
        if (!ProjectName.TryParse(project, out var projectName, out var problem))
            throw problem.AsException();
        if (!PromptPath.TryParse(path, out var promptPath, out problem))
            throw problem.AsException();
        return new Address { Organisation = OrganisationName.Parse(caller.Organisation), Project = projectName, Path = promptPath, Selector = selector };
    }

    /// <summary>An address as a person wrote it; short forms mean the caller's default project, or the one given.</summary>
    /// <exception cref="QuireException"><c>invalid_name</c>.</exception>
    public static Address Parse(Principal caller, string text, string? project = null)
    {
        var defaults = new AddressDefaults(OrganisationName.Parse(caller.Organisation), ProjectName.Parse(project ?? caller.DefaultProject));
        return Address.TryParse(text, defaults, out var address, out var problem) ? address : throw problem.AsException();
    }

    private static Selector BranchSelector(string branch) =>
        RefName.TryParse(branch, out var name, out var problem) ? new Selector.Ref(name) : throw problem.AsException();
}
