using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Quire.AspNetCore.Commits;
using Quire.AspNetCore.Pipeline;
using Quire.AspNetCore.Routes;
using Quire.Core.Access;
using Quire.Core.Changes;
using Quire.Core.Prompts;

namespace Quire.AspNetCore.Aliases;

/// <summary>Lifts the protection of an alias.</summary>
internal sealed class RemoveProtectedAlias(PromptWriter prompts) : IRoute
{
    /// <inheritdoc/>
    public void Map(IEndpointRouteBuilder routes) => routes.Delete("/api/v1/orgs/{organisation}/projects/{project}/protected-aliases/{pattern}", Handle)
        .Requires(Permissions.Write | Permissions.Manage)
        .ShowsWholeProject()
        .Named("removeProtectedAlias", "Lifts the protection of an alias or pattern; where there is none, nothing changes.")
        .Answers<ChangeAnswer>()
        .FailsAsChange();

    private async Task<IResult> Handle(Call call)
    {
        var move = new AliasProtectionMove(call.Value("pattern"), false);
        return call.Changed(await prompts.Annotate(call.Caller, call.Project, [move], cancellation: call.Cancellation), StatusCodes.Status200OK);
    }
}
