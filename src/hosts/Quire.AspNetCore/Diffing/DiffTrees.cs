using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Quire.AspNetCore.Answers;
using Quire.AspNetCore.Bodies;
using Quire.AspNetCore.Commits;
using Quire.AspNetCore.Pipeline;
using Quire.AspNetCore.Routes;
using Quire.Core.Access;
using Quire.Core.Diffing;

namespace Quire.AspNetCore.Diffing;

/// <summary>Compares two commits: lines, words inside changed lines, and what the change means.</summary>
internal sealed class DiffTrees(DiffService diffs) : IRoute
{
    /// <inheritdoc/>
    public void Map(IEndpointRouteBuilder routes) => routes.Get("/api/v1/orgs/{organisation}/projects/{project}/diff", Handle)
        .Requires(Permissions.Read)
        .ShowsWholeProject()
        .Named("diffTrees", "Compares two commits: lines, words inside changed lines, and what the change means.")
        .Query("from", "A branch, a tag, or sha: and the digits of a commit; absent for the first parent of to.")
        .Query("to", "A branch, a tag, or sha: and the digits of a commit; absent for the default branch.")
        .Query("path", "A file or folder to stay at or below.")
        .Differs()
        .Fails("project_not_found", "ref_not_found", "commit_not_found", "ambiguous_commit", "invalid_commit");

    private async Task<IResult> Handle(Call call)
    {
        return call.Differing(await diffs.Trees(call.Caller, call.Project, call.Query("from"), call.Query("to"), call.Query("path"), call.Context(), call.Cancellation));
    }
}
