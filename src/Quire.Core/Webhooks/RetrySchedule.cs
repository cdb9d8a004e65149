using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Quire.Core.Webhooks;

/// <summary>
/// When a failed delivery is tried again: after 5 s, then three times as long each time, at most a day, and dead after twelve attempts (2.6 days). Each
/// pause is up to a fifth shorter or longer, so that those who failed together do not come back together.
/// </summary>
internal static class RetrySchedule
{
    /// <summary>How often a delivery is tried.</summary>
    public const int Attempts = 12;

    /// <summary>How long every delivery of a webhook fails before it is disabled: two days.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromDays(2);

    private const double Jitter = 0.2;
    private static readonly TimeSpan First = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan Longest = TimeSpan.FromDays(1);

    /// <summary>The pause after that many attempts; null where it is dead.</summary>
    /// <param name="attempts">How often it was tried, from 1.</param>
    /// <param name="message">The message's id: the jitter is made of it, so that a failure can be run again.</param>
    public static TimeSpan? After(int attempts, string message)
    {
        if (attempts >= Attempts)
            return null;
        var pause = First * Math.Pow(3, attempts - 1);
        return (pause < Longest ? pause : Longest) * (1 + (Jitter * Spread(message, attempts)));
    }

    // From -1 to 1.
    private static double Spread(string message, int attempts)
    {
        var hash = SHA256.HashData(Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{message}/{attempts}")));
        return (BinaryPrimitives.ReadUInt32LittleEndian(hash) / (double)uint.MaxValue * 2) - 1;
    }
}
