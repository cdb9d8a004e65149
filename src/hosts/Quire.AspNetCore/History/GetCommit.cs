using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Quire.AspNetCore.Answers;
using Quire.AspNetCore.Pipeline;
using Quire.AspNetCore.Routes;
using Quire.Core.Access;
using Quire.Core.History;

namespace Quire.AspNetCore.History;

/// <summary>Shows a commit and what it changed.</summary>
internal sealed class GetCommit(HistoryReader history) : IRoute
{
    /// <inheritdoc/>
    public void Map(IEndpointRouteBuilder routes) => routes.Get("/api/v1/orgs/{organisation}/projects/{project}/commits/{commit}", Handle)
        .Requires(Permissions.Read)
        .ShowsWholeProject()
        .Named("getCommit", "Shows a commit and the files that it changed.")
        .Answers<CommitAnswer>()
        .Fails("project_not_found", "commit_not_found", "ambiguous_commit", "invalid_commit");

    private async Task<IResult> Handle(Call call)
    {
        var found = await history.Show(call.Caller, call.Project, call.Value("commit"), call.Cancellation);
        return Answer.Json(CommitAnswer.Of(found.Commit, found.Files), QuireJson.Api.CommitAnswer);
    }
}
