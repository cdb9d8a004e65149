using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Quire.AspNetCore.Bodies;
using Quire.AspNetCore.Pipeline;
using Quire.AspNetCore.Routes;
using Quire.Core.Access;
using Quire.Core.Webhooks;

namespace Quire.AspNetCore.Webhooks;

/// <summary>Gives a webhook a new secret.</summary>
internal sealed class RotateWebhook(WebhookService webhooks) : IRoute
{
    /// <inheritdoc/>
    public void Map(IEndpointRouteBuilder routes) => routes.Post("/api/v1/orgs/{organisation}/webhooks/{webhook}/rotate", Handle)
        .Requires(Permissions.Manage)
        .ShowsWholeProject()
        .Named("rotateWebhook", "Gives a webhook a new secret, which the answer shows once. The old one signs beside it for 24 hours.")
        .Answers<WebhookAnswer>()
        .Fails("webhook_not_found", "secrets_unavailable", "idempotency_not_supported");

    private async Task<IResult> Handle(Call call)
    {
        call.RefuseIdempotencyKey("A secret");
        return call.Changed(await webhooks.Rotate(call.Caller, call.Value("webhook"), call.Cancellation));
    }
}
