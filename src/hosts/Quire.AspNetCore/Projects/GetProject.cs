using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Quire.AspNetCore.Answers;
using Quire.AspNetCore.Pipeline;
using Quire.AspNetCore.Routes;
using Quire.Core.Access;
using Quire.Core.Organisations;

namespace Quire.AspNetCore.Projects;

/// <summary>Shows a project.</summary>
internal sealed class GetProject(ProjectService projects) : IRoute
{
    /// <inheritdoc/>
    public void Map(IEndpointRouteBuilder routes) => routes.Get("/api/v1/orgs/{organisation}/projects/{project}", Handle)
        .Requires(Permissions.Read)
        .Named("getProject", "Shows a project.")
        .Answers<ProjectAnswer>()
        .Fails("project_not_found");

    private async Task<IResult> Handle(Call call) =>
        Answer.Json(ProjectAnswer.Of(await projects.Get(call.Caller, call.Project, call.Cancellation)), QuireJson.Api.ProjectAnswer);
}
