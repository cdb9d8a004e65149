using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Quire.AspNetCore.Answers;
using Quire.AspNetCore.Pipeline;
using Quire.AspNetCore.Routes;
using Quire.Core.Access;
using Quire.Core.History;

namespace Quire.AspNetCore.History;

/// <summary>Lists the branches of a project.</summary>
internal sealed class ListBranches(HistoryReader history) : IRoute
{
    /// <inheritdoc/>
    public void Map(IEndpointRouteBuilder routes) => routes.Get("/api/v1/orgs/{organisation}/projects/{project}/branches", Handle)
        .Requires(Permissions.Read)
        .ShowsWholeProject()
        .Named("listBranches", "Lists the branches of a project, by name.")
        .Answers<BranchList>()
        .Fails("project_not_found");

    private async Task<IResult> Handle(Call call)
    {
        var found = await history.Branches(call.Caller, call.Project, call.Cancellation);
        return Answer.Json(new BranchList([.. found.Select(branch => BranchAnswer.Of(branch))]), QuireJson.Api.BranchList);
    }
}
