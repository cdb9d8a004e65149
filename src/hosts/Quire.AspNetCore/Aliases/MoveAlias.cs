using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Quire.AspNetCore.Annotations;
using Quire.AspNetCore.Answers;
using Quire.AspNetCore.Bodies;
using Quire.AspNetCore.Commits;
using Quire.AspNetCore.Pipeline;
using Quire.AspNetCore.Routes;
using Quire.Core.Access;
using Quire.Core.Prompts;

namespace Quire.AspNetCore.Aliases;

/// <summary>Sets or removes an alias on many prompts, all or none.</summary>
internal sealed class MoveAlias(BulkWriter prompts) : IRoute
{
    /// <inheritdoc/>
    public void Map(IEndpointRouteBuilder routes) => routes.Post("/api/v1/orgs/{organisation}/projects/{project}/aliases/{alias}", Handle)
        .Requires(Permissions.Write)
        .ShowsWholeProject()
        .Named("moveAlias", "Sets or removes an alias on the prompts of a folder or of a list: one change, all or none.")
        .Takes<MoveAliasBody>()
        .TakesIdempotencyKey()
        .Answers<BulkAnswer>()
        .FailsAsChange("invalid_choice", "invalid_selector", "folder_not_found");

    private async Task<IResult> Handle(Call call)
    {
        var (body, idempotency) = await call.RepeatableBody(QuireJson.Api.MoveAliasBody);
        return BulkAnswer.To(call, await prompts.Move(call.Caller, call.Project, body.ToWish(call.Value("alias"), idempotency), call.Cancellation));
    }
}
