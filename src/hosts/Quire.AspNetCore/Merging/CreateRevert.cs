using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Quire.AspNetCore.Answers;
using Quire.AspNetCore.Bodies;
using Quire.AspNetCore.Pipeline;
using Quire.AspNetCore.Routes;
using Quire.Core.Access;
using Quire.Core.Merging;

namespace Quire.AspNetCore.Merging;

/// <summary>Commits the reverse of what a commit changed.</summary>
internal sealed class CreateRevert(PickService picks) : IRoute
{
    /// <inheritdoc/>
    public void Map(IEndpointRouteBuilder routes) => routes.Post("/api/v1/orgs/{organisation}/projects/{project}/reverts", Handle)
        .Requires(Permissions.Read | Permissions.Write)
        .ShowsWholeProject()
        .Named("createRevert", "Commits the reverse of what a commit changed.")
        .Takes<PickBody>()
        .TakesIdempotencyKey()
        .Answers<MergeAnswer>(StatusCodes.Status201Created)
        .Answers<MergeAnswer>()
        .FailsAsMerge();

    private async Task<IResult> Handle(Call call)
    {
        var (body, idempotency) = await call.RepeatableBody(QuireJson.Api.PickBody);
        return call.Merged(await picks.Revert(call.Caller, body.ToRequest(call.Project, idempotency), call.Cancellation));
    }
}
