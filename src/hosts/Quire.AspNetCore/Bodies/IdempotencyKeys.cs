using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Serialization.Metadata;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http.Features;
using Quire.AspNetCore.Pipeline;
using Quire.AspNetCore.Routes;
using Quire.Core.Changes;
using Quire.Core.Errors;

namespace Quire.AspNetCore.Bodies;

/// <summary>Reads the key under which a request may be sent more than once.</summary>
internal static class IdempotencyKeys
{
    /// <summary>The header.</summary>
    public const string Name = "Idempotency-Key";

    /// <summary>Declares that a route takes the header.</summary>
    public static IEndpointConventionBuilder TakesIdempotencyKey(this IEndpointConventionBuilder route) =>
        route.Header(Name, "Makes a repeated request answer as the first one did; 1 to 200 visible ASCII characters.");

    /// <summary>Reads a JSON body, and the idempotency key for exactly this request: method, target and bytes.</summary>
    /// <exception cref="QuireException"><c>invalid_header</c>, and what bodies are refused for.</exception>
    public static async Task<(T Body, Idempotency? Idempotency)> RepeatableBody<T>(this Call call, JsonTypeInfo<T> type)
        where T : class
    {
        var (body, bytes) = await call.BodyAndBytes(type);
        return (body, call.Idempotency(bytes));
    }

    /// <summary>The idempotency key of a request with that body; null where it has none.</summary>
    /// <exception cref="QuireException"><c>invalid_header</c>.</exception>
    public static Idempotency? Idempotency(this Call call, ReadOnlySpan<byte> body)
    {
        var header = call.Http.Request.Headers[Name];
        if (header.Count == 0)
            return null;
        if (header is not [{ Length: > 0 } key] || key.AsSpan().ContainsAnyExceptInRange('!', '~'))
            throw new QuireException(ErrorKind.Invalid, "invalid_header", $"The header {Name} is empty, repeated, or has other than visible ASCII characters.", "Send a random text, for example a UUID.");
        return new Idempotency(key, Hash(call, body));
    }

    /// <summary>Refuses the header where an answer shows something once and keeps it nowhere.</summary>
    /// <param name="call">The request.</param>
    /// <param name="thing">What is shown once, for people: <c>A key</c>.</param>
    /// <exception cref="QuireException"><c>idempotency_not_supported</c>.</exception>
    public static void RefuseIdempotencyKey(this Call call, string thing)
    {
        if (call.Http.Request.Headers.ContainsKey(Name))
        {
            throw new QuireException(ErrorKind.Invalid, "idempotency_not_supported", $"{thing} is shown once and kept nowhere, so this answer cannot be given again.",
                "Leave Idempotency-Key out; where an answer was lost, make another.");
        }
    }

    private static byte[] Hash(Call call, ReadOnlySpan<byte> body)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var target = call.Http.Features.GetRequiredFeature<IHttpRequestFeature>().RawTarget;
        hash.AppendData(Encoding.UTF8.GetBytes($"{call.Http.Request.Method} {target}\n"));
        hash.AppendData(body);
        return hash.GetHashAndReset();
    }
}
