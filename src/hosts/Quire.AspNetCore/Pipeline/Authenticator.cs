using System.Runtime.InteropServices;
using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Http;
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
    /// <param name="http">The request.</param>
    /// <param name="takesBasic">Whether the key may also be the password of Basic, as git sends it.</param>
    public ValueTask<Principal> Require(HttpContext http, bool takesBasic = false)
    {
        if (http.Request.Headers.Authorization is not [{ } header] || Text(header, takesBasic) is not { } text)
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

    private static async Task<Principal> Wait(ValueTask<Principal?> found) => await found ?? throw Refused();

    private Principal? OfProcess(string text) =>
        _processKey is not null && CryptographicOperations.FixedTimeEquals(MemoryMarshal.AsBytes(text.AsSpan()), MemoryMarshal.AsBytes(_processKey.AsSpan())) ? _owner : null;

    private static QuireException Refused() => new(ErrorKind.Unauthenticated, "unauthenticated", "This needs a key that works.",
        "Send it as 'Authorization: Bearer qk_…'. An owner can make one: quire keys create.");
}
