using System.Security.Cryptography;
using System.Text;
using Quire.Core.Errors;

namespace Quire.Core.Sealing;

/// <summary>
/// Seals secrets that must be told again, such as those that sign webhooks: AES-256-GCM under a key that stands outside the database, bound to the
/// organisation and the row. Who reads the database alone learns none of them, and none opens in another row.
/// </summary>
public sealed class SecretSeal
{
    /// <summary>The fewest bytes of the secret that keys are derived from.</summary>
    public const int MinimumSecret = 16;

    private const int KeySize = 32;
    private readonly byte[]? _key;

    /// <summary>Derives the key.</summary>
    /// <param name="secret">At least 16 bytes that all nodes know and the database does not.</param>
    /// <exception cref="ArgumentException">The secret is too short.</exception>
    public SecretSeal(ReadOnlySpan<byte> secret)
    {
        if (secret.Length < MinimumSecret)
            throw new ArgumentException($"The secret has {secret.Length} bytes; it needs at least {MinimumSecret}.", nameof(secret));
        _key = new byte[KeySize];
        HKDF.DeriveKey(HashAlgorithmName.SHA256, secret, _key, [], "quire stored secrets 1"u8);
    }

    private SecretSeal()
    {
    }

    /// <summary>A seal without a key: it opens nothing, and sealing fails, saying what is missing.</summary>
    public static SecretSeal Missing { get; } = new();

    /// <summary>Seals a secret for a row.</summary>
    /// <param name="organisationId">The organisation of the row.</param>
    /// <param name="row">What kind of row it is, and its id.</param>
    /// <param name="secret">The secret.</param>
    /// <exception cref="QuireException"><c>secrets_unavailable</c>: there is no key.</exception>
    public byte[] Seal(long organisationId, string row, ReadOnlySpan<byte> secret) => SealedBytes.Seal(Key(), secret, Place(organisationId, row));

    /// <summary>Opens a secret of a row; null where it was sealed with another key, or for another row.</summary>
    public byte[]? Open(long organisationId, string row, ReadOnlySpan<byte> bytes) => _key is null ? null : SealedBytes.Open(_key, bytes, Place(organisationId, row));

    private byte[] Key() => _key ?? throw new QuireException(ErrorKind.Unavailable, "secrets_unavailable", "The server has no key to seal secrets with, so it keeps none.",
        "Write a random text into a file for all nodes, and start with --secrets-key-file FILE (or set QUIRE_SECRETS_KEY).");

    private static byte[] Place(long organisationId, string row) => Encoding.UTF8.GetBytes(FormattableString.Invariant($"{organisationId}/{row}"));
}
