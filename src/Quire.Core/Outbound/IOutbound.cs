namespace Quire.Core.Outbound;

/// <summary>The one guarded way out: webhooks, imports and models leave through it, and nothing else does.</summary>
public interface IOutbound
{
    /// <summary>
    /// Sends a request and reads the answer, whatever its status. Redirects are not followed, so what a request carries reaches the host that it
    /// names and no other.
    /// </summary>
    /// <exception cref="OutboundException">It was refused, or no whole answer came.</exception>
    Task<OutboundAnswer> Send(OutboundRequest request, CancellationToken cancellation = default);
}
