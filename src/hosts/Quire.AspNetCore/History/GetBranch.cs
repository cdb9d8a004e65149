using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Quire.AspNetCore.Answers;
using Quire.AspNetCore.Pipeline;
using Quire.AspNetCore.Routes;
using Quire.Core.Access;
using Quire.Core.History;

namespace Quire.AspNetCore.History;

/// <summary>Shows a branch.</summary>
internal sealed class GetBranch(HistoryReader history) : IRoute
{
    /// <inheritdoc/>
    public void Map(IEndpointRouteBuilder routes) => routes.Get("/api/v1/orgs/{organisation}/projects/{project}/branches/{branch}", Handle)
        .Requires(Permissions.Read)
        .ShowsWholeProject()
        .Named("getBranch", "Shows a branch and its head, and with against how many commits it is ahead and behind.")
        .Query("against", "A branch, a tag, or sha: and the digits of a commit, that it is counted against; absent for no counts.")
        .Answers<BranchAnswer>()
        .Fails("project_not_found", "ref_not_found", "commit_not_found", "ambiguous_commit", "invalid_commit", "invalid_name");

    private async Task<IResult> Handle(Call call)
    {
        var name = call.Value("branch");
        var found = call.Query("against") is { } against
            ? BranchAnswer.Of(await history.Diverge(call.Caller, call.Project, name, against, call.Cancellation))
            : BranchAnswer.Of(await history.Branch(call.Caller, call.Project, name, call.Cancellation));
        return Answer.Json(found, QuireJson.Api.BranchAnswer);
    }
}
