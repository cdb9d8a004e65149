using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Quire.AspNetCore.Answers;
using Quire.AspNetCore.Bodies;
using Quire.AspNetCore.Commits;
using Quire.AspNetCore.Pipeline;
using Quire.AspNetCore.Routes;
using Quire.Core.Access;
using Quire.Core.Seeding;

namespace Quire.AspNetCore.Seeding;

/// <summary>Brings the default prompts of an application into a project, once.</summary>
internal sealed class SeedPrompts(SeedService seeds) : IRoute
{
    /// <inheritdoc/>
    public void Map(IEndpointRouteBuilder routes) => routes.Post("/api/v1/orgs/{organisation}/projects/{project}/seed", Handle)
        .Requires(Permissions.Read | Permissions.Write)
        .ShowsWholeProject()
        .Named("seedPrompts", "Brings the default prompts of an application into a project, once. What is there stays as it is; sending it again changes nothing.")
        .Takes<SeedBody>()
        .Answers<SeedAnswer>()
        .FailsAsChange("invalid_manifest", "invalid_prompt", "invalid_message");

    private async Task<IResult> Handle(Call call)
    {
        var body = await call.Body(QuireJson.Api.SeedBody);
        var result = await seeds.Seed(call.Caller, call.Project, body.ToManifest(), body.DryRun, call.Cancellation);
        call.Sequence(result.Sequence);
        return Answer.Json(SeedAnswer.Of(result, body.DryRun), QuireJson.Api.SeedAnswer);
    }
}
