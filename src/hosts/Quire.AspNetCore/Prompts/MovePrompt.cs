using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Quire.AspNetCore.Answers;
using Quire.AspNetCore.Bodies;
using Quire.AspNetCore.Commits;
using Quire.AspNetCore.Pipeline;
using Quire.AspNetCore.Routes;
using Quire.Core.Access;
using Quire.Core.Prompts;

namespace Quire.AspNetCore.Prompts;

/// <summary>Moves a prompt.</summary>
internal sealed class MovePrompt(PromptWriter prompts) : IRoute
{
    /// <inheritdoc/>
    public void Map(IEndpointRouteBuilder routes) => routes.Post("/api/v1/orgs/{organisation}/projects/{project}/prompts/{path}/move", Handle)
        .Requires(Permissions.Write)
        .ShowsWholeProject()
        .Named("movePrompt", "Moves a prompt: it keeps its id, numbers and aliases, and its old path leads to it.")
        .Takes<MoveBody>()
        .Answers<ChangeAnswer>()
        .FailsAsChange("prompt_exists", "invalid_message");

    private async Task<IResult> Handle(Call call)
    {
        var body = await call.Body(QuireJson.Api.MoveBody);
        return call.Changed(await prompts.Move(call.Caller, call.Project, call.Path.Value, body.To, body.Message, call.Cancellation), StatusCodes.Status200OK);
    }
}
