using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Quire.AspNetCore.Answers;
using Quire.AspNetCore.Bodies;
using Quire.AspNetCore.Pipeline;
using Quire.AspNetCore.Routes;
using Quire.Core.Access;
using Quire.Core.Organisations;

namespace Quire.AspNetCore.Projects;

/// <summary>Creates a project.</summary>
internal sealed class CreateProject(ProjectService projects, SequenceGate sequences) : IRoute
{
    /// <inheritdoc/>
    public void Map(IEndpointRouteBuilder routes) => routes.Post("/api/v1/orgs/{organisation}/projects", Handle)
        .Requires(Permissions.Manage)
        .Named("createProject", "Creates a project.")
        .Takes<NewProject>()
        .Answers<ProjectAnswer>(StatusCodes.Status201Created)
        .Fails("invalid_name", "project_exists");

    private async Task<IResult> Handle(Call call)
    {
        var wanted = await call.Body(QuireJson.Api.NewProject);
        var made = await projects.Create(call.Caller, wanted.Name, call.Cancellation);
        call.Sequence(await sequences.Current(call.Caller, call.Cancellation));
        return Answer.Json(ProjectAnswer.Of(made), QuireJson.Api.ProjectAnswer, StatusCodes.Status201Created);
    }
}
