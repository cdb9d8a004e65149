using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Quire.AspNetCore.Answers;
using Quire.AspNetCore.Bodies;
using Quire.AspNetCore.Commits;
using Quire.AspNetCore.Pipeline;
using Quire.AspNetCore.Routes;
using Quire.Core.Access;
using Quire.Core.Prompts;

namespace Quire.AspNetCore.Prompts;

/// <summary>Moves a folder.</summary>
internal sealed class MoveFolder(FolderWriter folders) : IRoute
{
    /// <inheritdoc/>
    public void Map(IEndpointRouteBuilder routes) => routes.Post("/api/v1/orgs/{organisation}/projects/{project}/folders/{path}/move", Handle)
        .Requires(Permissions.Read | Permissions.Write)
        .ShowsWholeProject()
        .Named("moveFolder", "Moves a folder with everything in it: its prompts keep ids, numbers and aliases, and their old paths lead to them.")
        .Takes<MoveBody>()
        .TakesIdempotencyKey()
        .Answers<ChangeAnswer>()
        .FailsAsChange("folder_not_found", "folder_exists", "invalid_message");

    private async Task<IResult> Handle(Call call)
    {
        var (body, idempotency) = await call.RepeatableBody(QuireJson.Api.MoveBody);
        return call.Changed(await folders.Move(call.Caller, call.Project, call.Path.Value, body.To, body.Message, idempotency, call.Cancellation), StatusCodes.Status200OK);
    }
}
