using System.Buffers;
using System.Text;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace Quire.AspNetCore.Routes;

/// <summary>What answers that go on for a while have in common.</summary>
internal static class ServerSentEvents
{
    /// <summary>The media type.</summary>
    public const string ContentType = "text/event-stream";

    /// <summary>Whether a client asks for events.</summary>
    public static bool AreWanted(HttpRequest request) => request.Headers.Accept.ToString().Contains(ContentType, StringComparison.OrdinalIgnoreCase);

    /// <summary>Says that events follow, and asks everybody on the way to let them through at once.</summary>
    public static void Begin(HttpContext http)
    {
        http.Features.Get<IHttpResponseBodyFeature>()?.DisableBuffering();
        http.Response.ContentType = ContentType;
        http.Response.Headers.CacheControl = "no-store";
        http.Response.Headers["X-Accel-Buffering"] = "no";
    }

    /// <summary>One event.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="data">Its data, without line breaks.</param>
    public static ReadOnlyMemory<byte> Event(string name, ReadOnlySpan<byte> data)
    {
        var buffer = new ArrayBufferWriter<byte>(data.Length + 64);
        Encoding.UTF8.GetBytes($"event: {name}\ndata: ", buffer);
        buffer.Write(data);
        buffer.Write("\n\n"u8);
        return buffer.WrittenMemory;
    }
}
