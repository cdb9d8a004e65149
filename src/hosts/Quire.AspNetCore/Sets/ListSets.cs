using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Quire.AspNetCore.Answers;
using Quire.AspNetCore.Pipeline;
using Quire.AspNetCore.Routes;
using Quire.Core.Access;
using Quire.Core.Sets;

namespace Quire.AspNetCore.Sets;

/// <summary>Lists the prompt sets of a project.</summary>
internal sealed class ListSets(SetService sets) : IRoute
{
    /// <inheritdoc/>
    public void Map(IEndpointRouteBuilder routes) => routes.Get("/api/v1/orgs/{organisation}/projects/{project}/sets", Handle)
        .Requires(Permissions.Read)
        .ShowsWholeProject()
        .Named("listSets", "Lists the prompt sets of a project: folders with a quire.json.")
        .Answers<SetList>()
        .Fails("project_not_found");

    private async Task<IResult> Handle(Call call)
    {
        var found = await sets.List(call.Caller, call.Project, call.Cancellation);
        return Answer.Json(new SetList([.. found.Select(SetEntry.Of)]), QuireJson.Api.SetList);
    }
}
