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
        .Named("getBranch", "Shows a branch and its head.")
        .Answers<BranchAnswer>()
        .Fails("project_not_found", "ref_not_found", "invalid_name");

    private async Task<IResult> Handle(Call call) =>
        Answer.Json(BranchAnswer.Of(await history.Branch(call.Caller, call.Project, call.Value("branch"), call.Cancellation)), QuireJson.Api.BranchAnswer);
}
