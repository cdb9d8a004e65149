using System.Runtime.InteropServices;
using System.Security.Cryptography;
using Microsoft.AspNetCore.Http;
using Quire.Core.Access;
using Quire.Core.Errors;

namespace Quire.AspNetCore.Pipeline;

/// <summary>Finds out who calls.</summary>
internal sealed class Authenticator
{
    private const string Scheme = "Bearer ";
    private readonly KeyService _keys;
    private readonly string? _processKey;
    private readonly Principal? _owner;

    /// <summary>Takes keys from the store, and the process key where there is one.</summary>
    public Authenticator(KeyService keys, QuireOptions options)
    {
        _keys = keys;
        if (options.ProcessKey is not { } key)
            return;
        _processKey = key.Secret;
        _owner = Principal.Owner(key.OrganisationId, key.Organisation, "process");
    }

    /// <summary>Who calls.</summary>
    /// <exception cref="QuireException"><c>unauthenticated</c>: no key, or one that opens nothing; which of these is not told.</exception>
    public ValueTask<Principal> Require(HttpContext http)
    {
        if (http.Request.Headers.Authorization is not [{ } header] || !header.StartsWith(Scheme, StringComparison.OrdinalIgnoreCase))
            throw Refused();
        var text = header[Scheme.Length..];
        if (OfProcess(text) is { } owner)
            return ValueTask.FromResult(owner);
        var found = _keys.Authenticate(text, http.RequestAborted);
        return found is { IsCompletedSuccessfully: true, Result: { } known } ? ValueTask.FromResult(known) : new ValueTask<Principal>(Wait(found));
    }

    private static async Task<Principal> Wait(ValueTask<Principal?> found) => await found ?? throw Refused();

    private Principal? OfProcess(string text) =>
        _processKey is not null && CryptographicOperations.FixedTimeEquals(MemoryMarshal.AsBytes(text.AsSpan()), MemoryMarshal.AsBytes(_processKey.AsSpan())) ? _owner : null;

    private static QuireException Refused() => new(ErrorKind.Unauthenticated, "unauthenticated", "This needs a key that works.",
        "Send it as 'Authorization: Bearer qk_…'. An owner can make one: quire keys create.");
}
