using System.Security.Cryptography;
using System.Text;
using Quire.Core.Errors;
using Quire.Core.Stores;

namespace Quire.Core.Access;

/// <summary>Signs browsers in and out. The one place that issues sessions.</summary>
/// <param name="store">Where they are kept, so that a restart signs nobody out.</param>
/// <param name="keys">Who a key is.</param>
/// <param name="time">The clock.</param>
public sealed class SignInService(IStore store, KeyService keys, TimeProvider time)
{
    /// <summary>How long a browser stays signed in.</summary>
    public static readonly TimeSpan Lifetime = TimeSpan.FromDays(14);

    private const int TokenBytes = 32;

    /// <summary>Signs a browser in; the token is what its cookie holds.</summary>
    /// <param name="key">The text of a key.</param>
    /// <param name="cancellation">Ends the wait.</param>
    /// <exception cref="QuireException"><c>unauthenticated</c>: the key opens nothing; why is not told.</exception>
    public async Task<(string Token, Principal Principal)> Issue(string key, CancellationToken cancellation = default)
    {
        var principal = await keys.Authenticate(key, cancellation)
            ?? throw new QuireException(ErrorKind.Unauthenticated, "unauthenticated", "This needs a key that works.", "Paste the whole key, beginning with qk_. An owner can make one: quire keys create.");
        var token = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(TokenBytes));
        var now = time.GetUtcNow();
        await store.Write(session =>
        {
            session.SignIns.RemoveExpired(now);
            session.SignIns.Add(new SignIn(Hash(token), principal.OrganisationId, principal.Id, now, now + Lifetime));
            return true;
        }, cancellation);
        return (token, principal);
    }

    /// <summary>Whose browser this is; null where the token opens nothing, or its key does not any more.</summary>
    public async Task<Principal?> Find(string token, CancellationToken cancellation = default)
    {
        if (token.Length != 2 * TokenBytes)
            return null;
        var found = await store.Read(session => session.SignIns.Find(Hash(token)), cancellation);
        return found is null || found.ExpiresAt <= time.GetUtcNow() ? null : await keys.FindWorking(found.KeyId, cancellation);
    }

    /// <summary>Signs a browser out.</summary>
    public Task End(string token, CancellationToken cancellation = default) => store.Write(session =>
    {
        session.SignIns.Remove(Hash(token));
        return true;
    }, cancellation);

    private static byte[] Hash(string token) => SHA256.HashData(Encoding.ASCII.GetBytes(token));
}
