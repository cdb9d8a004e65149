using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Quire.AspNetCore.Answers;
using Quire.AspNetCore.Pipeline;
using Quire.AspNetCore.Routes;
using Quire.Core.Access;
using Quire.Core.Lineage;

namespace Quire.AspNetCore.Lineage;

/// <summary>Tells what used a version.</summary>
internal sealed class GetUsage(RunReader runs) : IRoute
{
    /// <inheritdoc/>
    public void Map(IEndpointRouteBuilder routes) => routes.Get("/api/v1/orgs/{organisation}/projects/{project}/prompts/{path}/versions/{version}/usage", Handle)
        .Requires(Permissions.Read)
        .Named("getUsage", "Lists the runs that used a version, newest first; also where the version is deleted or its prompt moved.")
        .Pages("The id of the run after which the page begins: next of the page before.")
        .Answers<RunList>()
        .Fails("project_not_found", "prompt_not_found", "version_not_found", "invalid_name", "invalid_cursor");

    private async Task<IResult> Handle(Call call)
    {
        var page = await runs.Usage(call.Caller, call.Project, call.Path.Value, call.Number("version"), call.Query("after"), call.Limit(), call.Cancellation);
        return Answer.Json(RunList.Of(page), QuireJson.Api.RunList);
    }
}
