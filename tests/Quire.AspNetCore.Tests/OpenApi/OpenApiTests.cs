using System.Net;
using System.Text.Json;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Quire.AspNetCore.Pipeline;
using Quire.AspNetCore.Routes;
using Quire.AspNetCore.Studio;
using Quire.AspNetCore.Tests.Support;
using Quire.Testing;

namespace Quire.AspNetCore.Tests.OpenApi;

public sealed class OpenApiTests : IAsyncLifetime
{
    private static readonly string Released = RepositoryRoot.Combine("docs", "openapi", "v1-0.1.0.json");
    private RunningQuire _quire = null!;
    private Reply _reply = null!;

    public async ValueTask InitializeAsync()
    {
        _quire = await RunningQuire.Start();
        _reply = (await _quire.ClientFor(null).Get("/openapi/v1.json")).Should(HttpStatusCode.OK);
        if (Environment.GetEnvironmentVariable("QUIRE_APPROVE") == "1")
        {
            Directory.CreateDirectory(Path.GetDirectoryName(Released)!);
            await File.WriteAllTextAsync(Released, _reply.Text.ReplaceLineEndings("\n").TrimEnd() + "\n");
        }
    }

    public ValueTask DisposeAsync() => _quire.DisposeAsync();

    [Fact]
    public void It_is_a_document_of_version_3_1_with_an_entity_tag()
    {
        _reply.Json.GetProperty("openapi").GetString()!.ShouldStartWith("3.1");
        _reply.Header("ETag").ShouldNotBeNull();
        _reply.Header("X-Content-Type-Options").ShouldBe("nosniff");
    }

    [Fact]
    public void It_describes_every_route_with_name_permission_answers_and_errors()
    {
        var routes = _quire.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
            .Where(endpoint => endpoint.RoutePattern.RawText != "/api/{**rest}" && endpoint.Metadata.GetMetadata<StudioPattern>() is null && endpoint.Metadata.GetMetadata<Protocol>() is null).ToList();
        routes.Count.ShouldBeGreaterThan(30);
        foreach (var route in routes)
        {
            var method = route.Metadata.GetMetadata<IHttpMethodMetadata>()!.HttpMethods[0];
#pragma warning disable CA1308 // OpenAPI writes methods in lower case.
            var operation = _reply.Json.GetProperty("paths").GetProperty(route.RoutePattern.RawText!).GetProperty(method.ToLowerInvariant());
#pragma warning restore CA1308
            var what = $"{method} {route.RoutePattern.RawText}";
            operation.GetProperty("operationId").GetString().ShouldNotBeNullOrEmpty(what);
            operation.GetProperty("summary").GetString().ShouldNotBeNullOrEmpty(what);
            operation.GetProperty("description").GetString()!.ShouldStartWith("Needs", Case.Sensitive, what);
            operation.TryGetProperty("security", out _).ShouldBe(route.Metadata.GetMetadata<Access>()!.Required is not null, what);
            operation.GetProperty("responses").EnumerateObject().ShouldContain(answer => answer.Name.StartsWith('2'), what);
            operation.GetProperty("responses").TryGetProperty("500", out _).ShouldBeTrue(what);
        }
    }

    [Fact]
    public void Names_of_operations_are_unique()
    {
        var names = Operations(_reply.Json).Select(operation => operation.GetProperty("operationId").GetString()).ToList();
        names.ShouldBeUnique();
    }

    [Fact]
    public void Every_reference_leads_somewhere()
    {
        foreach (var reference in References(_reply.Json))
        {
            reference.ShouldStartWith("#/");
            var place = _reply.Json;
            foreach (var step in reference[2..].Split('/'))
                place.TryGetProperty(step.Replace("~1", "/").Replace("~0", "~"), out place).ShouldBeTrue(reference);
        }
    }

    [Fact]
    public void Every_parameter_of_a_path_is_declared()
    {
        foreach (var path in _reply.Json.GetProperty("paths").EnumerateObject())
        {
            var wanted = path.Name.Split('/').Where(segment => segment is ['{', .., '}']).Select(segment => segment[1..^1]).ToList();
            foreach (var operation in path.Value.EnumerateObject())
            {
                var declared = operation.Value.TryGetProperty("parameters", out var parameters)
                    ? parameters.EnumerateArray().Where(parameter => parameter.GetProperty("in").GetString() == "path").Select(parameter => parameter.GetProperty("name").GetString()!).ToList()
                    : [];
                declared.ShouldBe(wanted, path.Name);
            }
        }
    }

    /// <summary>Set QUIRE_APPROVE=1 to write the document of a release that has not been made yet.</summary>
    [Fact]
    public void Nothing_that_the_release_0_1_0_promised_is_broken()
    {
        File.Exists(Released).ShouldBeTrue("docs/openapi/v1-0.1.0.json is missing; QUIRE_APPROVE=1 writes it");
        OpenApiDifference.Breaks(JsonElement.Parse(File.ReadAllText(Released)), _reply.Json).ShouldBeEmpty();
    }

    private static IEnumerable<JsonElement> Operations(JsonElement document) =>
        document.GetProperty("paths").EnumerateObject().SelectMany(path => path.Value.EnumerateObject()).Select(operation => operation.Value);

    private static IEnumerable<string> References(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.Object => element.EnumerateObject().SelectMany(member => member.Name == "$ref" ? [member.Value.GetString()!] : References(member.Value)),
        JsonValueKind.Array => element.EnumerateArray().SelectMany(References),
        _ => [],
    };
}
