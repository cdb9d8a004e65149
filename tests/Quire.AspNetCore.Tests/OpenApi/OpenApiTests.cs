using System.Net;
using Quire.AspNetCore.Tests.Support;

namespace Quire.AspNetCore.Tests.OpenApi;

public sealed class OpenApiTests
{
    [Fact]
    public async Task The_document_is_openapi_3_1()
    {
        await using var quire = await RunningQuire.Start();
        var document = (await quire.ClientFor(null).Get("/openapi/v1.json")).Should(HttpStatusCode.OK);
        File.WriteAllText("/tmp/openapi.json", document.Text + quire.Log.Text);
        document.Json.GetProperty("openapi").GetString()!.ShouldStartWith("3.1");
    }
}
