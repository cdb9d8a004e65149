using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Quire.Core.Webhooks;

/// <summary>The secrets and signatures of the specification Standard Webhooks (https://www.standardwebhooks.com, version 1).</summary>
public static class WebhookSecret
{
    private const string Prefix = "whsec_";
    private const int Bytes = 32;

    /// <summary>Makes a secret: 256 random bits.</summary>
    public static byte[] Create() => RandomNumberGenerator.GetBytes(Bytes);

    /// <summary>The secret as it is shown, and as libraries take it: <c>whsec_</c> and base64.</summary>
    public static string Format(byte[] secret) => Prefix + Convert.ToBase64String(secret);

    /// <summary>The signature of a message: <c>v1,</c> and base64 of HMAC-SHA256 over <c>ID.TIMESTAMP.BODY</c>.</summary>
    /// <param name="secret">The secret.</param>
    /// <param name="id">What stands in <c>webhook-id</c>.</param>
    /// <param name="timestamp">What stands in <c>webhook-timestamp</c>: seconds since 1970, UTC.</param>
    /// <param name="body">The body, byte for byte.</param>
    public static string Sign(byte[] secret, string id, long timestamp, ReadOnlySpan<byte> body)
    {
        using var hmac = IncrementalHash.CreateHMAC(HashAlgorithmName.SHA256, secret);
        hmac.AppendData(Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{id}.{timestamp}.")));
        hmac.AppendData(body);
        return "v1," + Convert.ToBase64String(hmac.GetHashAndReset());
    }
}
