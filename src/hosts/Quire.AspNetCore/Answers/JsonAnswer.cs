using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Microsoft.AspNetCore.Http;

namespace Quire.AspNetCore.Answers;

/// <summary>An answer in JSON.</summary>
/// <param name="value">What it says.</param>
/// <param name="type">How the value is written.</param>
/// <param name="status">The status code.</param>
internal sealed class JsonAnswer<T>(T value, JsonTypeInfo<T> type, int status) : IResult
{
    /// <inheritdoc/>
    public Task ExecuteAsync(HttpContext httpContext)
    {
        var body = JsonSerializer.SerializeToUtf8Bytes(value, type);
        httpContext.Response.StatusCode = status;
        return new RawAnswer(body, "application/json").ExecuteAsync(httpContext);
    }
}
