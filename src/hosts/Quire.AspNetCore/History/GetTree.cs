using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Quire.AspNetCore.Answers;
using Quire.AspNetCore.Pipeline;
using Quire.AspNetCore.Routes;
using Quire.Core.Access;
using Quire.Core.History;

namespace Quire.AspNetCore.History;

/// <summary>Lists the files of a tree.</summary>
internal sealed class GetTree(HistoryReader history) : IRoute
{
    /// <inheritdoc/>
    public void Map(IEndpointRouteBuilder routes) => routes.Get("/api/v1/orgs/{organisation}/projects/{project}/tree", Handle)
        .Requires(Permissions.Read)
        .ShowsWholeProject()
        .Named("getTree", "Lists the files of a tree, by path.")
        .Query("ref", "A branch, a tag, or sha: and the digits of a commit; absent for the default branch.")
        .Query("prefix", "The beginning of the paths.")
        .Answers<TreeAnswer>()
        .Fails("project_not_found", "ref_not_found", "commit_not_found", "ambiguous_commit", "invalid_selector", "invalid_name");

    private async Task<IResult> Handle(Call call)
    {
        var reference = call.Query("ref");
        Prompts.Selectors.Of(null, null, reference);
        var files = await history.Files(call.Caller, call.Project, reference, call.Query("prefix") ?? "", call.Cancellation);
        return Answer.Json(new TreeAnswer([.. files.Select(TreeEntryAnswer.Of)]), QuireJson.Api.TreeAnswer);
    }
}
