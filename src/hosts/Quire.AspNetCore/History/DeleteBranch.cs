using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Quire.AspNetCore.Commits;
using Quire.AspNetCore.Pipeline;
using Quire.AspNetCore.Routes;
using Quire.Core.Access;
using Quire.Core.Prompts;

namespace Quire.AspNetCore.History;

/// <summary>Deletes a branch.</summary>
internal sealed class DeleteBranch(BranchMoves moves, PromptWriter prompts) : IRoute
{
    /// <inheritdoc/>
    public void Map(IEndpointRouteBuilder routes) => routes.Delete("/api/v1/orgs/{organisation}/projects/{project}/branches/{branch}", Handle)
        .Requires(Permissions.Write | Permissions.Read)
        .ShowsWholeProject()
        .Named("deleteBranch", "Deletes a branch that is not the default one. Numbered versions of its commits stay.")
        .Header(ExpectedHead.Name, ExpectedHead.Meaning)
        .Answers<ChangeAnswer>()
        .FailsAsChange("ref_not_found", "invalid_commit");

    private async Task<IResult> Handle(Call call)
    {
        var move = await moves.Deletion(call);
        return call.Changed(await prompts.Annotate(call.Caller, call.Project, [move], cancellation: call.Cancellation), StatusCodes.Status200OK);
    }
}
