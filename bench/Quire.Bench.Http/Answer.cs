using Microsoft.AspNetCore.Http;

namespace Quire.Bench.Http;

/// <summary>What the bare server answers: bytes and headers that are ready.</summary>
internal sealed record Answer(int Status, IReadOnlyList<KeyValuePair<string, string>> Headers, byte[] Body)
{
    /// <summary>The answers by path.</summary>
    public static Dictionary<string, Answer> All { get; } = new(StringComparer.Ordinal);

    public Task Write(HttpResponse response)
    {
        response.StatusCode = Status;
        foreach (var (name, value) in Headers)
            response.Headers[name] = value;
        if (Status == StatusCodes.Status304NotModified)
            return Task.CompletedTask;
        response.ContentLength = Body.Length;
        return response.Body.WriteAsync(Body).AsTask();
    }
}
