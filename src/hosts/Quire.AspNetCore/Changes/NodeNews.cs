using Microsoft.Extensions.Hosting;
using Quire.Core.Changes;

namespace Quire.AspNetCore.Changes;

/// <summary>Hears what other nodes change for as long as the host runs.</summary>
internal sealed class NodeNews(ChangeFollower follower, QuireOptions options) : IHostedService, IDisposable
{
    private readonly CancellationTokenSource _end = new();
    private Task _following = Task.CompletedTask;

    /// <summary>Begins to listen, and waits a little to hear where the others are; without it, the first reads would be forgotten again.</summary>
    public async Task StartAsync(CancellationToken cancellationToken)
    {
        _following = follower.Run(_end.Token);
        await follower.First.WaitAsync(ChangeFollower.LongestDeafness, options.Time, cancellationToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    }

    /// <summary>Ends listening.</summary>
    public async Task StopAsync(CancellationToken cancellationToken)
    {
        await _end.CancelAsync();
        await _following.WaitAsync(cancellationToken);
    }

    public void Dispose() => _end.Dispose();
}
