using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Quire.AspNetCore.Answers;
using Quire.AspNetCore.Pipeline;
using Quire.AspNetCore.Routes;
using Quire.Core.Access;
using Quire.Core.Sets;

namespace Quire.AspNetCore.Sets;

/// <summary>Shows a prompt set and what it holds.</summary>
internal sealed class GetSet(SetService sets) : IRoute
{
    /// <inheritdoc/>
    public void Map(IEndpointRouteBuilder routes) => routes.Get("/api/v1/orgs/{organisation}/projects/{project}/sets/{set}", Handle)
        .Requires(Permissions.Read)
        .ShowsWholeProject()
        .Named("getSet", "Shows a prompt set: its manifest, and the prompts, versions and aliases that it holds.")
        .Answers<SetAnswer>()
        .Fails("project_not_found", "set_not_found");

    private async Task<IResult> Handle(Call call)
    {
        var (set, prompts) = await sets.Preview(call.Caller, call.Project, call.Value("set"), call.Cancellation);
        return Answer.Json(SetAnswer.Of(set, prompts), QuireJson.Api.SetAnswer);
    }
}
