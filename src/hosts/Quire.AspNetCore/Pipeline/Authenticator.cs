using System.Runtime.InteropServices;
using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Http;
using Quire.AspNetCore.SignIns;
using Quire.Core.Access;
using Quire.Core.Errors;

namespace Quire.AspNetCore.Pipeline;

/// <summary>Finds out who calls.</summary>
internal sealed class Authenticator
{
    private const string Scheme = "Bearer ";
    private const string Basic = "Basic ";
    private const int MaxBasic = 1024;
    private readonly KeyService _keys;
    private readonly SignInService _signIns;
    private readonly string? _processKey;
    private readonly Principal? _owner;

    /// <summary>Takes keys from the store, and the process key where there is one.</summary>
    public Authenticator(KeyService keys, SignInService signIns, QuireOptions options)
    {
        (_keys, _signIns) = (keys, signIns);
        if (options.ProcessKey is not { } key)
            return;
        _processKey = key.Secret;
        _owner = Principal.Owner(key.OrganisationId, key.Organisation, "process");
    }

    /// <summary>Who calls.</summary>
    /// <exception cref="QuireException">
    /// <c>unauthenticated</c>: no key, or one that opens nothing; which of these is not told. <c>cross_site</c>: another site made a signed-in browser send it.
    /// </exception>
    /// <param name="http">The request.</param>
    /// <param name="protocol">How the client speaks.</param>
    public ValueTask<Principal> Require(HttpContext http, Protocol protocol)
    {
        if (protocol.TakesCookie && http.Request.Headers.Authorization.Count == 0 && SignInCookie.Read(http.Request) is { } token)
            return new ValueTask<Principal>(Browser(http, token));
        if (http.Request.Headers.Authorization is not [{ } header] || Text(header, protocol.TakesBasic) is not { } text)
            throw Refused();
        if (OfProcess(text) is { } owner)
            return ValueTask.FromResult(owner);
        var found = _keys.Authenticate(text, http.RequestAborted);
        return found is { IsCompletedSuccessfully: true, Result: { } known } ? ValueTask.FromResult(known) : new ValueTask<Principal>(Wait(found));
    }

    private static string? Text(string header, bool takesBasic)
    {
        if (header.StartsWith(Scheme, StringComparison.OrdinalIgnoreCase))
            return header[Scheme.Length..];
        return takesBasic && header.StartsWith(Basic, StringComparison.OrdinalIgnoreCase) ? Password(header.AsSpan(Basic.Length)) : null;
    }

    private static string? Password(ReadOnlySpan<char> encoded)
    {
        Span<byte> bytes = stackalloc byte[MaxBasic];
        if (encoded.Length > MaxBasic || !Convert.TryFromBase64Chars(encoded.Trim(), bytes, out var length))
            return null;
        var text = Encoding.UTF8.GetString(bytes[..length]);
        var colon = text.IndexOf(':', StringComparison.Ordinal);
        return colon < 0 ? null : text[(colon + 1)..];
    }

    private async Task<Principal> Browser(HttpContext http, string token)
    {
        SignInCookie.CheckOrigin(http.Request);
        return await _signIns.Find(token, http.RequestAborted) ?? throw Refused();
    }

    private static async Task<Principal> Wait(ValueTask<Principal?> found) => await found ?? throw Refused();

    private Principal? OfProcess(string text) =>
        _processKey is not null && CryptographicOperations.FixedTimeEquals(MemoryMarshal.AsBytes(text.AsSpan()), MemoryMarshal.AsBytes(_processKey.AsSpan())) ? _owner : null;

    private static QuireException Refused() => new(ErrorKind.Unauthenticated, "unauthenticated", "This needs a key that works.",
        "Send it as 'Authorization: Bearer qk_…'. An owner can make one: quire keys create.");
}
