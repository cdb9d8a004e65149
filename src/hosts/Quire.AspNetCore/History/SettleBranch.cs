using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Quire.AspNetCore.Answers;
using Quire.AspNetCore.Bodies;
using Quire.AspNetCore.Commits;
using Quire.AspNetCore.Pipeline;
using Quire.AspNetCore.Routes;
using Quire.Core.Access;
using Quire.Core.Errors;
using Quire.Core.History;

namespace Quire.AspNetCore.History;

/// <summary>Makes a branch the default one, protects it, or lifts its protection.</summary>
internal sealed class SettleBranch(RefService refs) : IRoute
{
    /// <inheritdoc/>
    public void Map(IEndpointRouteBuilder routes) => routes.Put("/api/v1/orgs/{organisation}/projects/{project}/branches/{branch}/settings", Handle)
        .Requires(Permissions.Read | Permissions.Write | Permissions.Manage)
        .ShowsWholeProject()
        .Named("settleBranch", "Makes a branch the default one, protects it, or lifts its protection.")
        .Takes<BranchSettingsBody>()
        .Answers<ChangeAnswer>()
        .FailsAsChange("ref_not_found", "invalid_value");

    private async Task<IResult> Handle(Call call)
    {
        var body = await call.Body(QuireJson.Api.BranchSettingsBody);
        if (body.Default == false)
            throw new QuireException(ErrorKind.Invalid, "invalid_value", "A project always has a default branch.", "Make another branch the default one.");
        return call.Changed(await refs.Settle(call.Caller, call.Project, call.Value("branch"), body.Default == true, body.Protected, body.AcceptBreaks, call.Cancellation), StatusCodes.Status200OK);
    }
}
