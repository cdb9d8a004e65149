using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Quire.AspNetCore.Answers;
using Quire.AspNetCore.Bodies;
using Quire.AspNetCore.Pipeline;
using Quire.AspNetCore.Routes;
using Quire.Core.Access;
using Quire.Core.Webhooks;

namespace Quire.AspNetCore.Webhooks;

/// <summary>Makes a webhook.</summary>
internal sealed class CreateWebhook(WebhookService webhooks) : IRoute
{
    /// <inheritdoc/>
    public void Map(IEndpointRouteBuilder routes) => routes.Post("/api/v1/orgs/{organisation}/webhooks", Handle)
        .Requires(Permissions.Manage)
        .ShowsWholeProject()
        .Named("createWebhook", "Makes a webhook, which is told of what happens from now on. The answer is the only one that shows the secret that signs its messages.")
        .Takes<NewWebhookBody>()
        .Answers<WebhookAnswer>(StatusCodes.Status201Created)
        .Fails("invalid_url", "invalid_webhook", "project_not_found", "secrets_unavailable", "idempotency_not_supported");

    private async Task<IResult> Handle(Call call)
    {
        call.RefuseIdempotencyKey("A secret");
        var wish = await call.Body(QuireJson.Api.NewWebhookBody);
        return call.Changed(await webhooks.Create(call.Caller, wish.ToNewWebhook(), call.Cancellation), StatusCodes.Status201Created);
    }
}
