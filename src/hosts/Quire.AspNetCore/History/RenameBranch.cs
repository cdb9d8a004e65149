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

/// <summary>Gives a branch another name; the default one takes the permission manage.</summary>
internal sealed class RenameBranch(RefService refs) : IRoute
{
    /// <inheritdoc/>
    public void Map(IEndpointRouteBuilder routes) => routes.Post("/api/v1/orgs/{organisation}/projects/{project}/branches/{branch}/rename", Handle)
        .Requires(Permissions.Read | Permissions.Write)
        .ShowsWholeProject()
        .Named("renameBranch", "Gives a branch another name; the default one takes the permission manage.")
        .Takes<RenameBranchBody>()
        .Answers<ChangeAnswer>()
        .FailsAsChange("ref_not_found");

    private async Task<IResult> Handle(Call call)
    {
        var body = await call.Body(QuireJson.Api.RenameBranchBody);
        return call.Changed(await refs.RenameBranch(call.Caller, call.Project, call.Value("branch"), body.To, call.Cancellation), StatusCodes.Status200OK);
    }
}
