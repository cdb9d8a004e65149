namespace Quire.Core.Webhooks;

/// <summary>A webhook after a change.</summary>
/// <param name="Webhook">The webhook.</param>
/// <param name="Secret">Its new secret, which is shown once; null where it has none.</param>
/// <param name="Sequence">The number of the change.</param>
public sealed record WebhookChange(Webhook Webhook, string? Secret, long Sequence);
