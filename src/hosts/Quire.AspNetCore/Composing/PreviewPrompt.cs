using System.Text;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Quire.AspNetCore.Answers;
using Quire.AspNetCore.Bodies;
using Quire.AspNetCore.Pipeline;
using Quire.AspNetCore.Routes;
using Quire.Core.Access;
using Quire.Core.Composing;

namespace Quire.AspNetCore.Composing;

/// <summary>Composes a prompt with files that are not stored.</summary>
internal sealed class PreviewPrompt(PreviewService previews) : IRoute
{
    /// <inheritdoc/>
    public void Map(IEndpointRouteBuilder routes) => routes.Post("/api/v1/orgs/{organisation}/projects/{project}/preview", Handle)
        .Requires(Permissions.Preview)
        .ShowsWholeProject()
        .Named("previewPrompt", "Composes a prompt with files that are not stored. Nothing of it is kept.")
        .Takes<PreviewBody>()
        .Answers<ComposedAnswer>()
        .Fails("project_not_found", "prompt_not_found", "ref_not_found", "version_invalid", "invalid_name", "invalid_selector", "invalid_value", "no_user_point", "ambiguous_user_point",
            "rejected", "too_large", "compose_refused", "render_failed");

    private async Task<IResult> Handle(Call call)
    {
        var body = await call.Body(QuireJson.Api.PreviewBody);
        var sources = body.Sources.ToDictionary(source => source.Key, source => (ReadOnlyMemory<byte>)Encoding.UTF8.GetBytes(source.Value), StringComparer.Ordinal);
        var composed = await previews.Compose(call.Caller, ComposeRequests.Of(call, body.Request), sources, body.Branch, call.Cancellation);
        return new RawAnswer(ComposedWriter.Write(composed, body.Request.Provenance ?? true, body.Request.Explain), "application/json");
    }
}
