using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Quire.AspNetCore.Answers;
using Quire.AspNetCore.Pipeline;
using Quire.AspNetCore.Routes;
using Quire.Core.Access;

namespace Quire.AspNetCore.History;

/// <summary>Lists the commits of a branch.</summary>
internal sealed class ListCommits(CommitLog log) : IRoute
{
    /// <inheritdoc/>
    public void Map(IEndpointRouteBuilder routes) => routes.Get("/api/v1/orgs/{organisation}/projects/{project}/commits", Handle)
        .Requires(Permissions.Read)
        .ShowsWholeProject()
        .Named("listCommits", "Lists the commits of a branch, newest first.")
        .Query("branch", "The branch; absent for the default one.")
        .Query("path", "A file or folder that the commits must have changed.")
        .Pages("What the page before said as next.")
        .Answers<CommitPage>()
        .Fails("project_not_found", "ref_not_found", "invalid_cursor", "invalid_name");

    private async Task<IResult> Handle(Call call) =>
        Answer.Json(await log.Page(call, call.Query("branch"), call.Query("path")), QuireJson.Api.CommitPage);
}
