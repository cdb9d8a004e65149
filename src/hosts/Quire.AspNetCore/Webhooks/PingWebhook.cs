using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Quire.AspNetCore.Answers;
using Quire.AspNetCore.Pipeline;
using Quire.AspNetCore.Routes;
using Quire.Core.Access;
using Quire.Core.Webhooks;

namespace Quire.AspNetCore.Webhooks;

/// <summary>Sends a message that tells of nothing.</summary>
internal sealed class PingWebhook(DeliveryService deliveries) : IRoute
{
    /// <inheritdoc/>
    public void Map(IEndpointRouteBuilder routes) => routes.Post("/api/v1/orgs/{organisation}/webhooks/{webhook}/ping", Handle)
        .Requires(Permissions.Manage)
        .ShowsWholeProject()
        .Named("pingWebhook", "Sends a signed message that tells of nothing, once, and says what came of it.")
        .Answers<AttemptAnswer>()
        .Fails("webhook_not_found");

    private async Task<IResult> Handle(Call call) =>
        Answer.Json(AttemptAnswer.Of(await deliveries.Ping(call.Caller, call.Value("webhook"), call.Cancellation)), QuireJson.Api.AttemptAnswer);
}
