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

/// <summary>Says which commit brought each line of a file.</summary>
internal sealed class GetBlame(HistoryReader history) : IRoute
{
    /// <inheritdoc/>
    public void Map(IEndpointRouteBuilder routes) => routes.Get("/api/v1/orgs/{organisation}/projects/{project}/blame", Handle)
        .Requires(Permissions.Read)
        .ShowsWholeProject()
        .Named("getBlame", "Says which commit brought each line of a file.")
        .Query("path", "The file.")
        .Query("ref", "A branch, a tag, or sha: and the digits of a commit; absent for the default branch.")
        .Answers<BlameAnswer>()
        .Fails("project_not_found", "path_not_found", "ref_not_found", "commit_not_found", "ambiguous_commit", "invalid_commit");

    private async Task<IResult> Handle(Call call)
    {
        var report = await history.Blame(call.Caller, call.Project, call.Query("path") ?? "", call.Query("ref"), call.Cancellation);
        return Answer.Json(BlameAnswer.Of(report), QuireJson.Api.BlameAnswer);
    }
}
