namespace Quire.Core.Webhooks;

/// <summary>What the feed says of a change of a webhook.</summary>
/// <param name="Id">The webhook's id.</param>
/// <param name="Before">How it stood: <c>enabled</c>, <c>disabled: REASON</c>; null where it is new.</param>
/// <param name="After">How it stands: also <c>rotated</c> and <c>changed</c>; null where it was removed.</param>
internal sealed record WebhookNotice(string Id, string? Before, string? After)
{
    /// <summary>How a webhook stands.</summary>
    public static string StateOf(Webhook webhook) => webhook.DisabledReason is { } reason ? $"disabled: {reason}" : "enabled";
}
