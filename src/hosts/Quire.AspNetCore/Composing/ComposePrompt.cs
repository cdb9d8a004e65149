using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Quire.AspNetCore.Answers;
using Quire.AspNetCore.Bodies;
using Quire.AspNetCore.Pipeline;
using Quire.AspNetCore.Routes;
using Quire.Core.Access;
using Quire.Core.Composing;

namespace Quire.AspNetCore.Composing;

/// <summary>Composes a stored prompt out of its layers.</summary>
internal sealed class ComposePrompt(ComposeService composing) : IRoute
{
    /// <inheritdoc/>
    public void Map(IEndpointRouteBuilder routes) => routes.Post("/api/v1/orgs/{organisation}/projects/{project}/compose", Handle)
        .Requires(Permissions.Compose)
        .Named("composePrompt", "Composes a stored prompt out of its layers, and says who wrote which part.")
        .Takes<ComposeBody>()
        .Answers<ComposedAnswer>()
        .Fails("project_not_found", "prompt_not_found", "alias_not_found", "version_not_found", "version_deleted", "version_invalid", "ref_not_found", "commit_not_found",
            "ambiguous_commit", "invalid_name", "invalid_selector", "invalid_layer", "invalid_value", "no_user_point", "ambiguous_user_point", "releases_not_available",
            "compose_refused", "render_failed");

    private async Task<IResult> Handle(Call call)
    {
        var body = await call.Body(QuireJson.Api.ComposeBody);
        var composed = await composing.Compose(call.Caller, ComposeRequests.Of(call, body), call.Cancellation);
        return new RawAnswer(ComposedWriter.Write(composed, body.Provenance ?? true, body.Explain), "application/json");
    }
}
