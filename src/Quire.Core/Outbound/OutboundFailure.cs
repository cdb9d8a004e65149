namespace Quire.Core.Outbound;

/// <summary>Why a request to somebody else's server brought no answer.</summary>
public enum OutboundFailure
{
    /// <summary>It was not sent: the address is none that may be called.</summary>
    Refused,

    /// <summary>The name is not known, nothing listens there, or the connection broke.</summary>
    Unreachable,

    /// <summary>The answer did not end in the time given.</summary>
    TimedOut,
}
