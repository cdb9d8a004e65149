using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Quire.AspNetCore.Answers;
using Quire.AspNetCore.Bodies;
using Quire.AspNetCore.Commits;
using Quire.AspNetCore.Pipeline;
using Quire.AspNetCore.Routes;
using Quire.Core.Access;
using Quire.Core.History;

namespace Quire.AspNetCore.History;

/// <summary>Makes a file or folder what it was in a commit.</summary>
internal sealed class RestorePath(TrashService trash) : IRoute
{
    /// <inheritdoc/>
    public void Map(IEndpointRouteBuilder routes) => routes.Post("/api/v1/orgs/{organisation}/projects/{project}/restores", Handle)
        .Requires(Permissions.Read | Permissions.Write)
        .ShowsWholeProject()
        .Named("restorePath", "Makes a file or folder what it was in a commit.")
        .Takes<RestoreBody>()
        .TakesIdempotencyKey()
        .Answers<ChangeAnswer>(StatusCodes.Status201Created)
        .Answers<ChangeAnswer>()
        .FailsAsChange("path_not_found", "ref_not_found", "commit_not_found", "ambiguous_commit", "invalid_commit", "invalid_message", "invalid_author", "invalid_change", "blob_not_found");

    private async Task<IResult> Handle(Call call)
    {
        var (body, idempotency) = await call.RepeatableBody(QuireJson.Api.RestoreBody);
        return call.Changed(await trash.RestorePath(call.Caller, body.ToRequest(call.Project, idempotency), call.Cancellation));
    }
}
