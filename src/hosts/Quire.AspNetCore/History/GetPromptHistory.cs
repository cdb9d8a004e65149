using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Quire.AspNetCore.Answers;
using Quire.AspNetCore.Pipeline;
using Quire.AspNetCore.Prompts;
using Quire.AspNetCore.Routes;
using Quire.Core.Access;
using Quire.Core.Prompts;
using Quire.Prompts.Addresses;

namespace Quire.AspNetCore.History;

/// <summary>Lists the commits that changed a prompt.</summary>
internal sealed class GetPromptHistory(PromptReader reader, CommitLog log) : IRoute
{
    /// <inheritdoc/>
    public void Map(IEndpointRouteBuilder routes) => routes.Get("/api/v1/orgs/{organisation}/projects/{project}/prompts/{path}/history", Handle)
        .Requires(Permissions.Read)
        .ShowsWholeProject()
        .Named("getPromptHistory", "Lists the commits of the default branch that changed a prompt, newest first, under all paths that it had.")
        .Pages("What the page before said as next.")
        .Answers<CommitPage>()
        .Fails("project_not_found", "prompt_not_found", "invalid_cursor", "invalid_name");

    private async Task<IResult> Handle(Call call)
    {
        var prompt = await reader.Resolve(call.Caller, call.Address(Selector.Latest), call.Cancellation);
        return Answer.Json(await log.OfPrompt(call, prompt.Path), QuireJson.Api.CommitPage);
    }
}
