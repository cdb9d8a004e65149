using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Quire.AspNetCore.Answers;
using Quire.AspNetCore.Pipeline;
using Quire.AspNetCore.Routes;
using Quire.Core.Access;
using Quire.Core.Organisations;

namespace Quire.AspNetCore.Projects;

/// <summary>Lists the projects that the key reaches.</summary>
internal sealed class ListProjects(ProjectService projects) : IRoute
{
    /// <inheritdoc/>
    public void Map(IEndpointRouteBuilder routes) => routes.Get("/api/v1/orgs/{organisation}/projects", Handle)
        .Requires(Permissions.Read)
        .Named("listProjects", "Lists the projects that the key reaches.")
        .Answers<ProjectList>();

    private async Task<IResult> Handle(Call call)
    {
        var found = await projects.List(call.Caller, call.Cancellation);
        return Answer.Json(new ProjectList([.. found.Select(ProjectAnswer.Of)]), QuireJson.Api.ProjectList);
    }
}
