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

/// <summary>Changes what stands beside the text of a prompt.</summary>
internal sealed class PatchPrompt(PromptWriter prompts) : IRoute
{
    /// <inheritdoc/>
    public void Map(IEndpointRouteBuilder routes) => routes.Patch("/api/v1/orgs/{organisation}/projects/{project}/prompts/{path}", Handle)
        .Requires(Permissions.Write)
        .ShowsWholeProject()
        .Named("patchPrompt", "Changes tags and category of a prompt, without a commit and without a new version.")
        .Takes<PromptPatchBody>()
        .TakesIdempotencyKey()
        .Answers<ChangeAnswer>()
        .FailsAsChange("invalid_annotation");

    private async Task<IResult> Handle(Call call)
    {
        var (body, idempotency) = await call.RepeatableBody(QuireJson.Api.PromptPatchBody);
        return call.Changed(await prompts.Annotate(call.Caller, call.Project, body.ToMoves(call.Path.Value), idempotency, cancellation: call.Cancellation), StatusCodes.Status200OK);
    }
}
