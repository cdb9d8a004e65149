using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Quire.AspNetCore.Commits;
using Quire.AspNetCore.Pipeline;
using Quire.AspNetCore.Routes;
using Quire.Core.Access;
using Quire.Core.Prompts;

namespace Quire.AspNetCore.Prompts;

/// <summary>Removes a prompt's file with a commit.</summary>
internal sealed class DeletePrompt(PromptWriter prompts) : IRoute
{
    /// <inheritdoc/>
    public void Map(IEndpointRouteBuilder routes) => routes.Delete("/api/v1/orgs/{organisation}/projects/{project}/prompts/{path}", Handle)
        .Requires(Permissions.Write)
        .ShowsWholeProject()
        .Named("deletePrompt", "Removes a prompt's file with a commit. Its versions stay, and one made again at the path goes on numbering.")
        .Query("message", "The commit's message.")
        .Header(ExpectedHead.Name, ExpectedHead.Meaning)
        .Answers<ChangeAnswer>()
        .FailsAsChange("invalid_message");

    private async Task<IResult> Handle(Call call)
    {
        var path = call.Path.Value;
        return call.Changed(await prompts.Delete(call.Caller, call.Project, path, call.Query("message") ?? $"Delete {path}", ExpectedHead.Of(call), call.Cancellation), StatusCodes.Status200OK);
    }
}
