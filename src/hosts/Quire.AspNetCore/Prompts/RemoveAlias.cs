using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Quire.AspNetCore.Commits;
using Quire.AspNetCore.Pipeline;
using Quire.AspNetCore.Routes;
using Quire.Core.Access;
using Quire.Core.Changes;
using Quire.Core.Prompts;

namespace Quire.AspNetCore.Prompts;

/// <summary>Removes an alias.</summary>
internal sealed class RemoveAlias(PromptWriter prompts) : IRoute
{
    /// <inheritdoc/>
    public void Map(IEndpointRouteBuilder routes) => routes.Delete("/api/v1/orgs/{organisation}/projects/{project}/prompts/{path}/aliases/{alias}", Handle)
        .Requires(Permissions.Write)
        .ShowsWholeProject()
        .Named("removeAlias", "Removes an alias; where there is none, nothing changes.")
        .Answers<ChangeAnswer>()
        .FailsAsChange();

    private async Task<IResult> Handle(Call call)
    {
        var move = new AliasMove(call.Path.Value, call.Value("alias"), null);
        return call.Changed(await prompts.Annotate(call.Caller, call.Project, [move], cancellation: call.Cancellation), StatusCodes.Status200OK);
    }
}
