using Quire.Core.Stores;

namespace Quire.Core.Webhooks;

/// <summary>
/// The right to deliver to one webhook, which one process has at a time. It ends by itself; whoever takes it next gets a greater fencing token, and what
/// a holder writes with an older one is refused.
/// </summary>
internal sealed class WebhookLease(IStore store, TimeProvider time, string owner, bool isAlone, long webhook)
{
    /// <summary>How long it holds.</summary>
    public static readonly TimeSpan Length = TimeSpan.FromSeconds(30);

    // What is sent at the last moment must be answered while the lease holds.
    private static readonly TimeSpan Margin = WebhookSender.Timeout + TimeSpan.FromSeconds(5);
    private DateTimeOffset _until;

    /// <summary>The token; 0 where it is not held.</summary>
    public long Fence { get; private set; }

    /// <summary>Takes it, or prolongs it in good time.</summary>
    /// <returns>Whether it holds long enough to send something.</returns>
    public async Task<bool> Ensure(CancellationToken cancellation)
    {
        var now = time.GetUtcNow();
        if (Fence > 0 && _until - now > Margin && _until - now <= Length)
            return true;
        Fence = await store.Write(session => session.Webhooks.Lease(webhook, owner, now, now + Length, isAlone), cancellation) ?? 0;
        _until = now + Length;
        return Fence > 0;
    }

    /// <summary>Forgets it, because another holds it by now.</summary>
    public void Lose() => Fence = 0;

    /// <summary>Gives it back.</summary>
    public async Task Release(CancellationToken cancellation)
    {
        if (Fence > 0)
        {
            await store.Write(session =>
            {
                session.Webhooks.Release(webhook, Fence);
                return true;
            }, cancellation);
        }
        Fence = 0;
    }
}
