using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Quire.AspNetCore.Commits;
using Quire.AspNetCore.Pipeline;
using Quire.AspNetCore.Routes;
using Quire.Core.Access;
using Quire.Core.Changes;
using Quire.Core.Prompts;

namespace Quire.AspNetCore.Aliases;

/// <summary>Protects an alias.</summary>
internal sealed class SetProtectedAlias(PromptWriter prompts) : IRoute
{
    /// <inheritdoc/>
    public void Map(IEndpointRouteBuilder routes) => routes.Put("/api/v1/orgs/{organisation}/projects/{project}/protected-aliases/{pattern}", Handle)
        .Requires(Permissions.Write | Permissions.Manage)
        .ShowsWholeProject()
        .Named("setProtectedAlias", "Protects an alias, or with a pattern such as prod* many: moving one takes the permission manage.")
        .Answers<ChangeAnswer>()
        .FailsAsChange();

    private async Task<IResult> Handle(Call call)
    {
        var move = new AliasProtectionMove(call.Value("pattern"), true);
        return call.Changed(await prompts.Annotate(call.Caller, call.Project, [move], cancellation: call.Cancellation), StatusCodes.Status200OK);
    }
}
