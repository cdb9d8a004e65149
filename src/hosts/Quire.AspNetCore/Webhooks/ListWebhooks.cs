using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Quire.AspNetCore.Answers;
using Quire.AspNetCore.Pipeline;
using Quire.AspNetCore.Routes;
using Quire.Core.Access;
using Quire.Core.Webhooks;

namespace Quire.AspNetCore.Webhooks;

/// <summary>Lists webhooks.</summary>
internal sealed class ListWebhooks(WebhookService webhooks) : IRoute
{
    /// <inheritdoc/>
    public void Map(IEndpointRouteBuilder routes) => routes.Get("/api/v1/orgs/{organisation}/webhooks", Handle)
        .Requires(Permissions.Manage)
        .ShowsWholeProject()
        .Named("listWebhooks", "Lists the webhooks that tell of no more than the key reaches, oldest first, without their secrets.")
        .Answers<WebhookList>();

    private async Task<IResult> Handle(Call call) =>
        Answer.Json(new WebhookList([.. (await webhooks.List(call.Caller, call.Cancellation)).Select(webhook => WebhookAnswer.Of(webhook))]), QuireJson.Api.WebhookList);
}
