namespace Quire.Core.Outbound;

/// <summary>A request to somebody else's server brought no answer.</summary>
/// <param name="failure">Why, for those who decide whether to try again.</param>
/// <param name="message">Why, for people. It names the host as the request did, and never an address that the name stands for.</param>
public sealed class OutboundException(OutboundFailure failure, string message) : Exception(message)
{
    /// <summary>Why.</summary>
    public OutboundFailure Failure { get; } = failure;
}
