using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Quire.AspNetCore.Answers;
using Quire.AspNetCore.Pipeline;
using Quire.AspNetCore.Routes;
using Quire.Core.Access;
using Quire.Core.Prompts;

namespace Quire.AspNetCore.Prompts;

/// <summary>Lists the versions of a prompt.</summary>
internal sealed class ListVersions(PromptLister prompts) : IRoute
{
    /// <inheritdoc/>
    public void Map(IEndpointRouteBuilder routes) => routes.Get("/api/v1/orgs/{organisation}/projects/{project}/prompts/{path}/versions", Handle)
        .Requires(Permissions.Read)
        .Named("listVersions", "Lists the versions of a prompt, newest first, without the deleted ones.")
        .Query("before", "The number below which the page begins.", "integer")
        .Query("limit", "How many items at most, 1 to 1,000; 100 where it is absent.", "integer")
        .Answers<VersionPage>()
        .Fails("project_not_found", "prompt_not_found", "invalid_name");

    private async Task<IResult> Handle(Call call)
    {
        var limit = call.Limit();
        var versions = await prompts.Versions(call.Caller, call.Project, call.Path.Value, call.QueryNumber("before"), limit, call.Cancellation);
        var aliases = (await prompts.Aliases(call.Caller, call.Project, call.Path.Value, call.Cancellation)).ToLookup(alias => alias.Number, alias => alias.Name);
        var tags = await prompts.VersionTags(call.Caller, call.Project, call.Path.Value, call.Cancellation);
        // Deleted versions are left out of a page, so only an empty one or the first number is the end.
        var next = versions is [.., { Number: > 1 } last] ? last.Number : (long?)null;
        return Answer.Json(new VersionPage([.. versions.Select(version => VersionEntry.Of(version, aliases[version.Number], tags.GetValueOrDefault(version.Number)))], next), QuireJson.Api.VersionPage);
    }
}
