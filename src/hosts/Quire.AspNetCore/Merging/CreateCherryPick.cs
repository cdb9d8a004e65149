using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Quire.AspNetCore.Answers;
using Quire.AspNetCore.Bodies;
using Quire.AspNetCore.Pipeline;
using Quire.AspNetCore.Routes;
using Quire.Core.Access;
using Quire.Core.Merging;

namespace Quire.AspNetCore.Merging;

/// <summary>Commits what a commit changed once more, on another branch.</summary>
internal sealed class CreateCherryPick(PickService picks) : IRoute
{
    /// <inheritdoc/>
    public void Map(IEndpointRouteBuilder routes) => routes.Post("/api/v1/orgs/{organisation}/projects/{project}/cherry-picks", Handle)
        .Requires(Permissions.Read | Permissions.Write)
        .ShowsWholeProject()
        .Named("createCherryPick", "Commits what a commit changed once more, on another branch.")
        .Takes<PickBody>()
        .TakesIdempotencyKey()
        .Answers<MergeAnswer>(StatusCodes.Status201Created)
        .Answers<MergeAnswer>()
        .FailsAsMerge();

    private async Task<IResult> Handle(Call call)
    {
        var (body, idempotency) = await call.RepeatableBody(QuireJson.Api.PickBody);
        return call.Merged(await picks.CherryPick(call.Caller, body.ToRequest(call.Project, idempotency), call.Cancellation));
    }
}
