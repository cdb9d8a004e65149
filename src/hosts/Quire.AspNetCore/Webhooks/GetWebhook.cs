using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Quire.AspNetCore.Answers;
using Quire.AspNetCore.Pipeline;
using Quire.AspNetCore.Routes;
using Quire.Core.Access;
using Quire.Core.Webhooks;

namespace Quire.AspNetCore.Webhooks;

/// <summary>Tells how a webhook stands.</summary>
internal sealed class GetWebhook(WebhookService webhooks) : IRoute
{
    /// <inheritdoc/>
    public void Map(IEndpointRouteBuilder routes) => routes.Get("/api/v1/orgs/{organisation}/webhooks/{webhook}", Handle)
        .Requires(Permissions.Manage)
        .ShowsWholeProject()
        .Named("getWebhook", "Tells what a webhook is told of, and whether it is enabled.")
        .Answers<WebhookAnswer>()
        .Fails("webhook_not_found");

    private async Task<IResult> Handle(Call call) =>
        Answer.Json(WebhookAnswer.Of(await webhooks.Get(call.Caller, call.Value("webhook"), call.Cancellation)), QuireJson.Api.WebhookAnswer);
}
