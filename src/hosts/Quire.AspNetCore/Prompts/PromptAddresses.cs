using Quire.AspNetCore.Pipeline;
using Quire.Core.Errors;
using Quire.Prompts.Addresses;
using Quire.Prompts.Names;

namespace Quire.AspNetCore.Prompts;

/// <summary>Makes addresses of what a path and a query say.</summary>
internal static class PromptAddresses
{
    /// <summary>The prompt of the path, at the version that the query selects.</summary>
    public static Address Address(this Call call) => call.Address(call.Selector());

    /// <summary>The prompt of the path, at a version.</summary>
    public static Address Address(this Call call, Selector selector) => new()
    {
        Organisation = OrganisationName.Parse(call.Caller.Organisation),
        Project = ProjectName.TryParse(call.Project, out var project, out var error) ? project : throw error.AsException(),
        Path = call.Path,
        Selector = selector,
    };
}
