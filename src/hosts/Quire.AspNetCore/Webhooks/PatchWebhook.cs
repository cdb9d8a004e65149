using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Quire.AspNetCore.Answers;
using Quire.AspNetCore.Bodies;
using Quire.AspNetCore.Pipeline;
using Quire.AspNetCore.Routes;
using Quire.Core.Access;
using Quire.Core.Webhooks;

namespace Quire.AspNetCore.Webhooks;

/// <summary>Changes a webhook.</summary>
internal sealed class PatchWebhook(WebhookService webhooks) : IRoute
{
    /// <inheritdoc/>
    public void Map(IEndpointRouteBuilder routes) => routes.Patch("/api/v1/orgs/{organisation}/webhooks/{webhook}", Handle)
        .Requires(Permissions.Manage)
        .ShowsWholeProject()
        .Named("patchWebhook", "Changes a webhook, disables it, or enables it again. Another host, port or scheme gets a new secret, which the answer shows once.")
        .Takes<WebhookPatchBody>()
        .Answers<WebhookAnswer>()
        .Fails("webhook_not_found", "invalid_url", "invalid_webhook", "project_not_found", "secrets_unavailable");

    private async Task<IResult> Handle(Call call)
    {
        var patch = await call.Body(QuireJson.Api.WebhookPatchBody);
        return call.Changed(await webhooks.Patch(call.Caller, call.Value("webhook"), patch.ToPatch(), call.Cancellation));
    }
}
