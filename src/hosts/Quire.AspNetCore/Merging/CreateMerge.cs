using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Quire.AspNetCore.Answers;
using Quire.AspNetCore.Bodies;
using Quire.AspNetCore.Pipeline;
using Quire.AspNetCore.Routes;
using Quire.Core.Access;
using Quire.Core.Merging;

namespace Quire.AspNetCore.Merging;

/// <summary>Brings one history into a branch: fast-forward, merge commit, or one squashed commit.</summary>
internal sealed class CreateMerge(MergeService merges) : IRoute
{
    /// <inheritdoc/>
    public void Map(IEndpointRouteBuilder routes) => routes.Post("/api/v1/orgs/{organisation}/projects/{project}/merges", Handle)
        .Requires(Permissions.Read | Permissions.Write)
        .ShowsWholeProject()
        .Named("createMerge", "Brings one history into a branch: fast-forward, merge commit, or one squashed commit.")
        .Takes<MergeBody>()
        .TakesIdempotencyKey()
        .Answers<MergeAnswer>(StatusCodes.Status201Created)
        .Answers<MergeAnswer>()
        .FailsAsMerge();

    private async Task<IResult> Handle(Call call)
    {
        var (body, idempotency) = await call.RepeatableBody(QuireJson.Api.MergeBody);
        return call.Merged(await merges.Merge(call.Caller, body.ToRequest(call.Project, idempotency), call.Cancellation));
    }
}
