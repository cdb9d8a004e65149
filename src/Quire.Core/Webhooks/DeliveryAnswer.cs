namespace Quire.Core.Webhooks;

/// <summary>What came of one attempt.</summary>
/// <param name="Status">The status that the receiver answered; null where it did not.</param>
/// <param name="Error">Why it did not arrive: <c>status</c>, <c>redirect</c>, <c>refused</c>, <c>unreachable</c>, <c>timed_out</c>, <c>secret_unreadable</c>; null where it arrived.</param>
/// <param name="Detail">The beginning of what the receiver said, or why nothing came; data from outside.</param>
/// <param name="Duration">How long it took.</param>
public sealed record DeliveryAnswer(int? Status, string? Error, string Detail, TimeSpan Duration)
{
    /// <summary>Whether the receiver has the message.</summary>
    public bool Arrived => Error is null;
}
