using System.Text.Json;
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

/// <summary>Makes a prompt of a template.</summary>
internal sealed class InstantiatePrompt(TemplateService templates) : IRoute
{
    /// <inheritdoc/>
    public void Map(IEndpointRouteBuilder routes) => routes.Post("/api/v1/orgs/{organisation}/projects/{project}/prompts/{path}/instantiate", Handle)
        .Requires(Permissions.Read | Permissions.Write)
        .ShowsWholeProject()
        .Named("instantiatePrompt", "Makes a prompt of one that is marked as a template, here or in another project.")
        .SelectsVersion()
        .Takes<InstantiateBody>()
        .TakesIdempotencyKey()
        .Answers<ChangeAnswer>(StatusCodes.Status201Created)
        .Answers<ChangeAnswer>()
        .FailsAsChange("not_a_template", "prompt_exists", "invalid_variable", "invalid_message");

    private async Task<IResult> Handle(Call call)
    {
        var (body, idempotency) = await call.RepeatableBody(QuireJson.Api.InstantiateBody);
        var applied = await templates.Instantiate(call.Caller, new InstantiateTemplate
        {
            Template = call.Address(),
            Project = body.Project ?? call.Project,
            Path = body.To,
            Variables = body.Variables ?? new Dictionary<string, JsonElement>(),
            Message = body.Message,
            Idempotency = idempotency,
        }, call.Cancellation);
        return call.Changed(applied);
    }
}
