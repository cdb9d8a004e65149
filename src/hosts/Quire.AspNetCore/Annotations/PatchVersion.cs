using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Quire.AspNetCore.Answers;
using Quire.AspNetCore.Bodies;
using Quire.AspNetCore.Commits;
using Quire.AspNetCore.Pipeline;
using Quire.AspNetCore.Routes;
using Quire.Core.Access;
using Quire.Core.Prompts;

namespace Quire.AspNetCore.Annotations;

/// <summary>Changes what stands beside the text of a version.</summary>
internal sealed class PatchVersion(PromptWriter prompts) : IRoute
{
    /// <inheritdoc/>
    public void Map(IEndpointRouteBuilder routes) => routes.Patch("/api/v1/orgs/{organisation}/projects/{project}/prompts/{path}/versions/{version}", Handle)
        .Requires(Permissions.Write)
        .ShowsWholeProject()
        .Named("patchVersion", "Changes model settings and tags of a version, deletes it or brings it back. Its text never changes.")
        .Takes<VersionPatchBody>()
        .TakesIdempotencyKey()
        .Answers<ChangeAnswer>()
        .FailsAsChange("invalid_annotation");

    private async Task<IResult> Handle(Call call)
    {
        var (body, idempotency) = await call.RepeatableBody(QuireJson.Api.VersionPatchBody);
        var moves = body.ToMoves(call.Path.Value, call.Number("version"));
        return call.Changed(await prompts.Annotate(call.Caller, call.Project, moves, idempotency, cancellation: call.Cancellation), StatusCodes.Status200OK);
    }
}
