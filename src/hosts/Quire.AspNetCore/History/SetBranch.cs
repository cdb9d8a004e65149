using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Quire.AspNetCore.Answers;
using Quire.AspNetCore.Bodies;
using Quire.AspNetCore.Commits;
using Quire.AspNetCore.Pipeline;
using Quire.AspNetCore.Routes;
using Quire.Core.Access;
using Quire.Core.Prompts;

namespace Quire.AspNetCore.History;

/// <summary>Creates a branch or moves its head.</summary>
internal sealed class SetBranch(BranchMoves moves, PromptWriter prompts) : IRoute
{
    /// <inheritdoc/>
    public void Map(IEndpointRouteBuilder routes) => routes.Put("/api/v1/orgs/{organisation}/projects/{project}/branches/{branch}", Handle)
        .Requires(Permissions.Write | Permissions.Read)
        .ShowsWholeProject()
        .Named("setBranch", "Creates a branch or moves its head.")
        .Takes<SetBranchBody>()
        .TakesIdempotencyKey()
        .Answers<ChangeAnswer>()
        .FailsAsChange("commit_not_found", "ambiguous_commit", "invalid_commit");

    private async Task<IResult> Handle(Call call)
    {
        var (body, idempotency) = await call.RepeatableBody(QuireJson.Api.SetBranchBody);
        if (body.Force)
            call.Caller.Demand(Permissions.Manage);
        var move = await moves.To(call, body);
        return call.Changed(await prompts.Annotate(call.Caller, call.Project, [move], idempotency, body.AcceptBreaks, call.Cancellation), StatusCodes.Status200OK);
    }
}
