using Quire.Core.Sealing;

namespace Quire.Core.Webhooks;

/// <summary>The sealed secrets of webhooks.</summary>
internal static class WebhookSecrets
{
    /// <summary>Seals a secret for a webhook.</summary>
    public static byte[] Seal(SecretSeal seal, long organisationId, string webhook, byte[] secret) => seal.Seal(organisationId, Place(webhook), secret);

    /// <summary>The secrets that sign now, the newest first; none where the key is another one than they were sealed with.</summary>
    public static IReadOnlyList<byte[]> Open(SecretSeal seal, Webhook webhook, DateTimeOffset now)
    {
        var previous = webhook.PreviousUntil > now ? webhook.PreviousSecret : null;
        return [.. new[] { webhook.Secret, previous }.OfType<byte[]>().Select(kept => seal.Open(webhook.OrganisationId, Place(webhook.Id), kept)).OfType<byte[]>()];
    }

    private static string Place(string webhook) => $"webhook/{webhook}";
}
