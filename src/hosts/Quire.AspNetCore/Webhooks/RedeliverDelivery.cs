using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Quire.AspNetCore.Answers;
using Quire.AspNetCore.Changes;
using Quire.AspNetCore.Pipeline;
using Quire.AspNetCore.Routes;
using Quire.Core.Access;
using Quire.Core.Webhooks;

namespace Quire.AspNetCore.Webhooks;

/// <summary>Sends a message again.</summary>
internal sealed class RedeliverDelivery(DeliveryService deliveries) : IRoute
{
    /// <inheritdoc/>
    public void Map(IEndpointRouteBuilder routes) => routes.Post("/api/v1/orgs/{organisation}/webhooks/{webhook}/deliveries/{delivery}/redeliver", Handle)
        .Requires(Permissions.Manage)
        .ShowsWholeProject()
        .Named("redeliver", "Sends a message again, with the same id and all its attempts; also one that arrived.")
        .Answers<DeliveryEntry>(StatusCodes.Status202Accepted)
        .Fails("webhook_not_found", "delivery_not_found", "delivery_waits");

    private async Task<IResult> Handle(Call call)
    {
        var place = FeedPlace.Parse(call.Value("delivery"));
        var again = await deliveries.Redeliver(call.Caller, call.Value("webhook"), place.Sequence, place.Index, call.Cancellation);
        return Answer.Json(DeliveryEntry.Of(again), QuireJson.Api.DeliveryEntry, StatusCodes.Status202Accepted);
    }
}
