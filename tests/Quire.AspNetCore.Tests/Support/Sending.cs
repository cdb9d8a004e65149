using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;

namespace Quire.AspNetCore.Tests.Support;

/// <summary>Sends requests in one line.</summary>
public static class Sending
{
    public const string Project = "/api/v1/orgs/main/projects/prompts";

    /// <summary>Sends a request; a body that is a string goes as it is, another as JSON.</summary>
    public static async Task<Reply> Send(this HttpClient client, string method, string url, object? body = null, params (string Name, string Value)[] headers)
    {
        using var request = new HttpRequestMessage(new HttpMethod(method), url);
        if (body is not null)
            request.Content = Content(body);
        foreach (var (name, value) in headers)
        {
            if (!request.Headers.TryAddWithoutValidation(name, value))
                request.Content!.Headers.TryAddWithoutValidation(name, value);
        }
        var message = await client.SendAsync(request);
        return new Reply(message.StatusCode, message, await message.Content.ReadAsByteArrayAsync());
    }

    public static Task<Reply> Get(this HttpClient client, string url, params (string Name, string Value)[] headers) => client.Send("GET", url, null, headers);

    private static ByteArrayContent Content(object body)
    {
        var content = body switch
        {
            byte[] bytes => new ByteArrayContent(bytes),
            string text => new ByteArrayContent(Encoding.UTF8.GetBytes(text)),
            _ => new ByteArrayContent(JsonSerializer.SerializeToUtf8Bytes(body)),
        };
        content.Headers.ContentType = new MediaTypeHeaderValue(IsBytes(body) ? "application/octet-stream" : "application/json");
        return content;
    }

    private static bool IsBytes(object body) => body is byte[];
}
