using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Quire.AspNetCore.Answers;
using Quire.AspNetCore.Bodies;
using Quire.AspNetCore.Commits;
using Quire.AspNetCore.Pipeline;
using Quire.AspNetCore.Routes;
using Quire.Core.Access;
using Quire.Core.Changes;
using Quire.Core.Prompts;

namespace Quire.AspNetCore.Prompts;

/// <summary>Creates or moves an alias.</summary>
internal sealed class SetAlias(PromptWriter prompts) : IRoute
{
    /// <inheritdoc/>
    public void Map(IEndpointRouteBuilder routes) => routes.Put("/api/v1/orgs/{organisation}/projects/{project}/prompts/{path}/aliases/{alias}", Handle)
        .Requires(Permissions.Write)
        .ShowsWholeProject()
        .Named("setAlias", "Creates or moves an alias.")
        .Takes<SetAliasBody>()
        .TakesIdempotencyKey()
        .Answers<ChangeAnswer>()
        .FailsAsChange();

    private async Task<IResult> Handle(Call call)
    {
        var (body, idempotency) = await call.RepeatableBody(QuireJson.Api.SetAliasBody);
        var move = new AliasMove(call.Path.Value, call.Value("alias"), new AliasTarget(body.Version)) { Expected = body.Expected };
        var applied = await prompts.Annotate(call.Caller, call.Project, [move], idempotency, body.AcceptBreaks, call.Cancellation);
        return call.Changed(applied, StatusCodes.Status200OK);
    }
}
