using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Quire.AspNetCore.Answers;
using Quire.AspNetCore.Changes;
using Quire.AspNetCore.Pipeline;
using Quire.AspNetCore.Routes;
using Quire.Core.Access;
using Quire.Core.Webhooks;

namespace Quire.AspNetCore.Webhooks;

/// <summary>Lists what became of messages.</summary>
internal sealed class ListDeliveries(DeliveryService deliveries) : IRoute
{
    /// <inheritdoc/>
    public void Map(IEndpointRouteBuilder routes) => routes.Get("/api/v1/orgs/{organisation}/webhooks/{webhook}/deliveries", Handle)
        .Requires(Permissions.Manage)
        .ShowsWholeProject()
        .Named("listDeliveries", "Lists the deliveries of a webhook, newest first: all that are pending, and the last 1,000 that arrived and that are dead.")
        .Query("state", "Only pending, delivered or dead.")
        .Pages("The delivery after which the page begins: next of the page before.")
        .Answers<DeliveryPage>()
        .Fails("webhook_not_found");

    private async Task<IResult> Handle(Call call)
    {
        var limit = call.Limit();
        var after = call.Query("after") is { } text ? FeedPlace.Parse(text) : (FeedPlace?)null;
        var before = after is { } place ? (place.Sequence, place.Index) : ((long, int)?)null;
        var found = await deliveries.List(call.Caller, call.Value("webhook"), DeliveryStates.Parse(call.Query("state")), before, limit, call.Cancellation);
        return Answer.Json(DeliveryPage.Of(found, limit), QuireJson.Api.DeliveryPage);
    }
}
