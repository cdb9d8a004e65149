using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Quire.AspNetCore.Answers;
using Quire.AspNetCore.Pipeline;
using Quire.AspNetCore.Routes;
using Quire.Core.Access;
using Quire.Core.Changes;

namespace Quire.AspNetCore.Changes;

/// <summary>Serves the change feed, as a page or as a stream.</summary>
internal sealed class GetChanges(ChangeFeed feed, FeedStreams streams) : IRoute
{
    private const string LastEvent = "Last-Event-ID";

    /// <inheritdoc/>
    public void Map(IEndpointRouteBuilder routes) => routes.Get("/api/v1/orgs/{organisation}/changes", Handle)
        .Requires(Permissions.Read)
        .Named("getChanges", "Serves the change feed: as server-sent events where Accept asks for text/event-stream, else as a page.")
        .Pages("The place after which it begins, N or N.i; absent for the beginning.")
        .Header(LastEvent, "The id of the last event that was received; goes before the parameter after.")
        .Answers<FeedPage>();

    private async Task<IResult> Handle(Call call)
    {
        var after = FeedPlace.Parse(call.Header(LastEvent) ?? call.Query("after"));
        if (ServerSentEvents.AreWanted(call.Http.Request))
            return streams.Open(call, after);
        var items = await feed.List(call.Caller, after.Sequence, after.Index, call.Limit(), call.Cancellation);
        var next = items.Count > 0 ? new FeedPlace(items[^1].Sequence, items[^1].Index) : after;
        var last = await feed.LastSequence(call.Caller, call.Cancellation);
        return Answer.Json(new FeedPage([.. items.Select(FeedEntry.Of)], next.ToString(), last), QuireJson.Api.FeedPage);
    }
}
