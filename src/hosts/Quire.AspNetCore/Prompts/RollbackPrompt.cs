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

/// <summary>Commits the content of an older version anew. To move an alias back, set the alias.</summary>
internal sealed class RollbackPrompt(PromptWriter prompts) : IRoute
{
    /// <inheritdoc/>
    public void Map(IEndpointRouteBuilder routes) => routes.Post("/api/v1/orgs/{organisation}/projects/{project}/prompts/{path}/rollback", Handle)
        .Requires(Permissions.Read | Permissions.Write)
        .ShowsWholeProject()
        .Named("rollbackPrompt", "Commits the content of an older version anew. To move an alias back, set the alias.")
        .Takes<RollbackBody>()
        .TakesIdempotencyKey()
        .Answers<ChangeAnswer>(StatusCodes.Status201Created)
        .Answers<ChangeAnswer>()
        .FailsAsChange("invalid_message", "stale_prompt");

    private async Task<IResult> Handle(Call call)
    {
        var (body, idempotency) = await call.RepeatableBody(QuireJson.Api.RollbackBody);
        return call.Changed(await prompts.Rollback(call.Caller, call.Project, call.Path.Value, body.Version, body.Message, idempotency, body.AcceptBreaks, call.Cancellation));
    }
}
