using System.Net;
using System.Text.Json;

namespace Quire.AspNetCore.Tests.Support;

/// <summary>An answer, read to its end.</summary>
public sealed record Reply(HttpStatusCode Status, HttpResponseMessage Message, byte[] Bytes)
{
    public string Text => System.Text.Encoding.UTF8.GetString(Bytes);

    public JsonElement Json => JsonElement.Parse(Text);

    public string? Code => Json.GetProperty("code").GetString();

    public string? Header(string name) =>
        Message.Headers.TryGetValues(name, out var values) || Message.Content.Headers.TryGetValues(name, out values) ? string.Join(", ", values) : null;

    /// <summary>Fails, showing the answer, unless it has the status.</summary>
    public Reply Should(HttpStatusCode status)
    {
        Status.ShouldBe(status, Text);
        return this;
    }

    /// <summary>Fails, showing the answer, unless it is this problem.</summary>
    public Reply ShouldFail(int status, string code)
    {
        ((int)Status).ShouldBe(status, Text);
        Header("Content-Type").ShouldBe("application/problem+json");
        Code.ShouldBe(code, Text);
        Json.GetProperty("status").GetInt32().ShouldBe(status);
        return this;
    }
}
