using System.Globalization;
using System.Text;
using Quire.Core.Outbound;
using Quire.Core.Sealing;

namespace Quire.Core.Webhooks;

/// <summary>Signs messages and sends them through the guarded way out.</summary>
/// <param name="outbound">The way out.</param>
/// <param name="seal">Opens the secrets.</param>
/// <param name="time">The clock.</param>
internal sealed class WebhookSender(IOutbound outbound, SecretSeal seal, TimeProvider time)
{
    /// <summary>How long a receiver has to answer.</summary>
    public static readonly TimeSpan Timeout = TimeSpan.FromSeconds(10);

    private const int MaxAnswerBytes = 1_024;
    private const int MaxDetail = 500;

    /// <summary>Sends a message once. Whatever the receiver does, there is an answer.</summary>
    public async Task<DeliveryAnswer> Send(Webhook webhook, WebhookMessage message, CancellationToken cancellation)
    {
        var now = time.GetUtcNow();
        var secrets = WebhookSecrets.Open(seal, webhook, now);
        if (secrets.Count == 0)
            return new DeliveryAnswer(null, "secret_unreadable", "The secret was sealed with another key than the server has. Rotate it.", TimeSpan.Zero);
        var began = time.GetTimestamp();
        try
        {
            var answer = await outbound.Send(Request(webhook, message, now.ToUnixTimeSeconds(), secrets), cancellation);
            var (error, detail) = (ErrorOf(answer.Status), Readable(answer.Body.Span, secrets));
            return new DeliveryAnswer(answer.Status, error, detail, time.GetElapsedTime(began));
        }
        catch (OutboundException failure)
        {
            return new DeliveryAnswer(null, WordOf(failure.Failure), failure.Message, time.GetElapsedTime(began));
        }
    }

    private static OutboundRequest Request(Webhook webhook, WebhookMessage message, long timestamp, IReadOnlyList<byte[]> secrets) => new()
    {
        Method = "POST",
        Url = new Uri(webhook.Url),
        Body = message.Body,
        Timeout = Timeout,
        MaxAnswerBytes = MaxAnswerBytes,
        Headers = new Dictionary<string, string>
        {
            ["User-Agent"] = "Quire-Webhooks/1",
            ["webhook-id"] = message.Id,
            ["webhook-timestamp"] = timestamp.ToString(CultureInfo.InvariantCulture),
            ["webhook-signature"] = string.Join(' ', secrets.Select(secret => WebhookSecret.Sign(secret, message.Id, timestamp, message.Body.Span))),
        },
    };

    private static string? ErrorOf(int status) => status switch
    {
        >= 200 and < 300 => null,
        >= 300 and < 400 => "redirect",
        _ => "status",
    };

    private static string WordOf(OutboundFailure failure) => failure switch
    {
        OutboundFailure.Refused => "refused",
        OutboundFailure.TimedOut => "timed_out",
        _ => "unreachable",
    };

    // Whatever it says goes into a log that people read in terminals, and a receiver in distress may print its settings.
    private static string Readable(ReadOnlySpan<byte> answer, IReadOnlyList<byte[]> secrets)
    {
        var text = Encoding.UTF8.GetString(answer);
        foreach (var secret in secrets)
            text = text.Replace(Convert.ToBase64String(secret), "…", StringComparison.Ordinal);
        var plain = new StringBuilder();
        foreach (var rune in text.EnumerateRunes().TakeWhile(_ => plain.Length < MaxDetail))
            plain.Append(Rune.IsControl(rune) ? " " : Rune.GetUnicodeCategory(rune) is UnicodeCategory.Format ? "" : rune.ToString());
        return plain.ToString().Trim();
    }
}
