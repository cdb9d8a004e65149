using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Quire.AspNetCore.Answers;
using Quire.AspNetCore.Pipeline;
using Quire.AspNetCore.Routes;
using Quire.Core.Access;
using Quire.Core.Webhooks;

namespace Quire.AspNetCore.Webhooks;

/// <summary>Removes a webhook.</summary>
internal sealed class RemoveWebhook(WebhookService webhooks) : IRoute
{
    /// <inheritdoc/>
    public void Map(IEndpointRouteBuilder routes) => routes.Delete("/api/v1/orgs/{organisation}/webhooks/{webhook}", Handle)
        .Requires(Permissions.Manage)
        .ShowsWholeProject()
        .Named("removeWebhook", "Removes a webhook and its log.")
        .Answers(StatusCodes.Status204NoContent)
        .Fails("webhook_not_found");

    private async Task<IResult> Handle(Call call)
    {
        call.Sequence(await webhooks.Remove(call.Caller, call.Value("webhook"), call.Cancellation));
        return Answer.Empty;
    }
}
