using Quire.Core.Webhooks;

namespace Quire.AspNetCore.Webhooks;

/// <summary>What came of one attempt.</summary>
internal sealed record AttemptAnswer
{
    /// <summary>Whether the receiver has the message: it answered 200 to 299.</summary>
    public required bool Delivered { get; init; }

    /// <summary>The status that the receiver answered.</summary>
    public int? Status { get; init; }

    /// <summary>Why it did not arrive: <c>status</c>, <c>redirect</c>, <c>refused</c>, <c>unreachable</c>, <c>timed_out</c>, <c>secret_unreadable</c>.</summary>
    public string? Error { get; init; }

    /// <summary>The beginning of what the receiver said, or why nothing came. It is data from outside.</summary>
    public string? Detail { get; init; }

    /// <summary>How long it took, in milliseconds.</summary>
    public required double Milliseconds { get; init; }

    /// <summary>What Core says.</summary>
    public static AttemptAnswer Of(DeliveryAnswer answer) => new()
    {
        Delivered = answer.Arrived,
        Status = answer.Status,
        Error = answer.Error,
        Detail = answer.Detail.Length == 0 ? null : answer.Detail,
        Milliseconds = Math.Round(answer.Duration.TotalMilliseconds, 1),
    };
}
