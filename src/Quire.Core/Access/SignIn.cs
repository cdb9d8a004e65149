namespace Quire.Core.Access;

/// <summary>A browser that somebody signed in with a key, as it is stored: never its token, only the token's hash.</summary>
/// <param name="Hash">SHA-256 of the token, which has 256 random bits.</param>
/// <param name="OrganisationId">The organisation.</param>
/// <param name="KeyId">The key. What the browser may do is what this key may do at that moment.</param>
/// <param name="CreatedAt">When it was signed in.</param>
/// <param name="ExpiresAt">When it has to sign in again.</param>
public sealed record SignIn(byte[] Hash, long OrganisationId, string KeyId, DateTimeOffset CreatedAt, DateTimeOffset ExpiresAt);
