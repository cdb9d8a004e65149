using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Quire.AspNetCore.Answers;
using Quire.AspNetCore.Bodies;
using Quire.AspNetCore.Pipeline;
using Quire.AspNetCore.Routes;
using Quire.Core.Access;
using Quire.Core.History;

namespace Quire.AspNetCore.Commits;

/// <summary>Commits changes to a branch.</summary>
internal sealed class CreateCommit(CommitService commits) : IRoute
{
    /// <inheritdoc/>
    public void Map(IEndpointRouteBuilder routes) => routes.Post("/api/v1/orgs/{organisation}/projects/{project}/commits", Handle)
        .Requires(Permissions.Write)
        .ShowsWholeProject()
        .Named("createCommit", "Commits changes to a branch, all of them or none.")
        .Takes<CommitBody>()
        .TakesIdempotencyKey()
        .Answers<ChangeAnswer>(StatusCodes.Status201Created)
        .Answers<ChangeAnswer>()
        .FailsAsChange("invalid_change", "invalid_commit", "invalid_message", "invalid_author", "blob_not_found");

    private async Task<IResult> Handle(Call call)
    {
        var (body, idempotency) = await call.RepeatableBody(QuireJson.Api.CommitBody);
        var applied = await commits.Commit(call.Caller, body.ToRequest(call.Project, idempotency), call.Cancellation);
        return call.Changed(applied);
    }
}
