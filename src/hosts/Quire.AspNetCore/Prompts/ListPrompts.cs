using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Quire.AspNetCore.Answers;
using Quire.AspNetCore.Pipeline;
using Quire.AspNetCore.Routes;
using Quire.Core.Access;
using Quire.Core.Prompts;

namespace Quire.AspNetCore.Prompts;

/// <summary>Lists the prompts of a project.</summary>
internal sealed class ListPrompts(PromptLister prompts) : IRoute
{
    /// <inheritdoc/>
    public void Map(IEndpointRouteBuilder routes) => routes.Get("/api/v1/orgs/{organisation}/projects/{project}/prompts", Handle)
        .Requires(Permissions.Read)
        .Named("listPrompts", "Lists the prompts that stand at the tip of the default branch, by path.")
        .Query("prefix", "The beginning of the paths.")
        .Pages("The path after which the page begins.")
        .Answers<PromptPage>()
        .Fails("project_not_found");

    private async Task<IResult> Handle(Call call)
    {
        var found = await prompts.List(call.Caller, call.Project, call.Query("prefix") ?? "", call.Query("after"), call.Limit(), call.Cancellation);
        return Answer.Json(new PromptPage([.. found.Items.Select(PromptListEntry.Of)], found.Next, found.Total), QuireJson.Api.PromptPage);
    }
}
