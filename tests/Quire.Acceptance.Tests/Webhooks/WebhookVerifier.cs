using System.Security.Cryptography;
using System.Text;

namespace Quire.Acceptance.Tests.Webhooks;

/// <summary>The check of docs/webhooks.md, to the letter.</summary>
internal static class WebhookVerifier
{
    public static bool Check(string secret, string id, string timestamp, string signature, ReadOnlySpan<byte> body, DateTimeOffset now)
    {
        byte[] signed = [.. Encoding.UTF8.GetBytes($"{id}.{timestamp}."), .. body];
        var wanted = Encoding.ASCII.GetBytes("v1," + Convert.ToBase64String(HMACSHA256.HashData(Convert.FromBase64String(secret["whsec_".Length..]), signed)));
        var isFresh = long.TryParse(timestamp, out var seconds) && Math.Abs(now.ToUnixTimeSeconds() - seconds) <= 300;
        return isFresh && signature.Split(' ').Any(given => CryptographicOperations.FixedTimeEquals(Encoding.ASCII.GetBytes(given), wanted));
    }
}
