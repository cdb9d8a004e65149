using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Hosting;
using Quire.AspNetCore.Pipeline;
using Quire.Core.Changes;

namespace Quire.AspNetCore.Changes;

/// <summary>Opens streams of the feed.</summary>
internal sealed class FeedStreams(ChangeFeed feed, Authenticator keys, QuireOptions options, IHostApplicationLifetime lifetime)
{
    /// <summary>A stream of what happens after a place; it ends when the client goes, the key stops working, or the server stops.</summary>
    public IResult Open(Call call, FeedPlace after) => new FeedStream(feed, keys, options, after, lifetime.ApplicationStopping);
}
