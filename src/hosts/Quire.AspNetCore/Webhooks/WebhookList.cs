namespace Quire.AspNetCore.Webhooks;

/// <summary>The webhooks of an organisation.</summary>
/// <param name="Items">The webhooks, oldest first.</param>
internal sealed record WebhookList(IReadOnlyList<WebhookAnswer> Items);
