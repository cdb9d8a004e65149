using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Quire.AspNetCore.Answers;
using Quire.AspNetCore.Pipeline;
using Quire.AspNetCore.Routes;
using Quire.Core.Access;
using Quire.Core.Prompts;

namespace Quire.AspNetCore.Aliases;

/// <summary>Lists which aliases are protected.</summary>
internal sealed class ListProtectedAliases(PromptLister prompts) : IRoute
{
    /// <inheritdoc/>
    public void Map(IEndpointRouteBuilder routes) => routes.Get("/api/v1/orgs/{organisation}/projects/{project}/protected-aliases", Handle)
        .Requires(Permissions.Read)
        .Named("listProtectedAliases", "Lists the names and patterns of the project's protected aliases.")
        .Answers<ProtectedAliasList>()
        .Fails("project_not_found");

    private async Task<IResult> Handle(Call call)
    {
        var found = await prompts.ProtectedAliases(call.Caller, call.Project, call.Cancellation);
        return Answer.Json(new ProtectedAliasList(found), QuireJson.Api.ProtectedAliasList);
    }
}
