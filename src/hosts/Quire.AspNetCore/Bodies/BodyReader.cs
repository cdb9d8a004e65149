using System.Buffers;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using System.Text.Unicode;
using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;
using Quire.AspNetCore.Pipeline;
using Quire.Core.Errors;
using Quire.Core.Limits;

namespace Quire.AspNetCore.Bodies;

/// <summary>Reads bodies, strictly: what two parsers could read differently is refused.</summary>
internal static class BodyReader
{
    private const string Json = "application/json";
    private const string Octets = "application/octet-stream";

    /// <summary>Reads a JSON body.</summary>
    /// <exception cref="RequestRefusedException"><c>unsupported_media_type</c>.</exception>
    /// <exception cref="QuireException"><c>too_large</c>, <c>invalid_json</c>, <c>unknown_member</c>, …</exception>
    public static async Task<T> Body<T>(this Call call, JsonTypeInfo<T> type)
        where T : class => (await call.BodyAndBytes(type)).Body;

    /// <summary>Reads a JSON body, and keeps its bytes.</summary>
    public static async Task<(T Body, byte[] Bytes)> BodyAndBytes<T>(this Call call, JsonTypeInfo<T> type)
        where T : class
    {
        if (!IsJson(call.Http.Request))
            throw Unsupported(call.Http.Request, Json);
        var bytes = await Read(call.Http, QuireLimits.BodyBytes);
        return (Parse(bytes, type), bytes);
    }

    /// <summary>Whether the request says that its body is JSON.</summary>
    /// <exception cref="RequestRefusedException"><c>unsupported_media_type</c>: a charset that is not UTF-8, or a compressed body.</exception>
    public static bool IsJson(HttpRequest request) => Is(request, Json);

    /// <summary>Reads a body that is one file.</summary>
    /// <exception cref="RequestRefusedException"><c>unsupported_media_type</c>.</exception>
    /// <exception cref="QuireException"><c>too_large</c>.</exception>
    public static Task<byte[]> Bytes(this Call call) => call.Bytes(QuireLimits.FileBytes);

    /// <summary>Reads a body that is one file of that size at most.</summary>
    /// <exception cref="RequestRefusedException"><c>unsupported_media_type</c>.</exception>
    /// <exception cref="QuireException"><c>too_large</c>.</exception>
    public static Task<byte[]> Bytes(this Call call, Limit limit) =>
        Is(call.Http.Request, Octets) ? Read(call.Http, limit) : throw Unsupported(call.Http.Request, $"{Octets} or {Json}");

    /// <summary>Reads JSON that is here already.</summary>
    public static T Parse<T>(byte[] bytes, JsonTypeInfo<T> type)
        where T : class
    {
        if (!Utf8.IsValid(bytes))
            throw new QuireException(ErrorKind.Invalid, "invalid_json", "The body is not UTF-8.", "Send JSON in UTF-8, without a charset of its own.");
        JsonScan.Check(bytes);
        return JsonSerializer.Deserialize(bytes, type)
            ?? throw new QuireException(ErrorKind.Invalid, "invalid_json", "The body is null.", "Send an object.");
    }

    private static bool Is(HttpRequest request, string wanted)
    {
        if (!MediaTypeHeaderValue.TryParse(request.ContentType, out var type) || !type.MediaType.Equals(wanted, StringComparison.OrdinalIgnoreCase))
            return false;
        var plain = !request.Headers.ContainsKey("Content-Encoding");
        return plain && (!type.Charset.HasValue || type.Charset.Equals("utf-8", StringComparison.OrdinalIgnoreCase)) ? true : throw Unsupported(request, wanted);
    }

    private static RequestRefusedException Unsupported(HttpRequest request, string wanted) => new(
        StatusCodes.Status415UnsupportedMediaType, "unsupported_media_type",
        request.ContentType is null ? "The body has no Content-Type." : "The body's Content-Type, charset or Content-Encoding is not read here.",
        $"Send Content-Type: {wanted}, in UTF-8 and not compressed.");

    private static async Task<byte[]> Read(HttpContext http, Limit limit)
    {
        if (http.Request.ContentLength is { } length)
            limit.Check(length, "The body");
        var buffer = new ArrayBufferWriter<byte>((int)Math.Min(http.Request.ContentLength ?? 4096, limit.Value) + 1);
        while (true)
        {
            var read = await http.Request.Body.ReadAsync(buffer.GetMemory(1), http.RequestAborted);
            if (read == 0)
                return buffer.WrittenSpan.ToArray();
            buffer.Advance(read);
            limit.Check(buffer.WrittenCount, "The body");
        }
    }
}
