using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace Quire.AspNetCore.OpenApi;

/// <summary>What stands in the document beside the routes.</summary>
internal static class DocumentFrame
{
    /// <summary>The name of the security scheme.</summary>
    public const string KeyScheme = "key";

    /// <summary>The name of the schema of problems.</summary>
    public const string Problem = "Problem";

    /// <summary>Writes title, security and the schema of problems.</summary>
    public static Task Write(OpenApiDocument document, OpenApiDocumentTransformerContext context, CancellationToken cancellation)
    {
        document.Info = new OpenApiInfo
        {
            Title = "Quire",
            Version = "v1",
            Description = "Prompts with a history, composed out of layers. A prompt's path is one segment of the URL: a slash in it is written %2F.",
        };
        document.Servers = [new OpenApiServer { Url = "/" }];
        document.AddComponent<IOpenApiSecurityScheme>(KeyScheme, new OpenApiSecurityScheme
        {
            Type = SecuritySchemeType.Http,
            Scheme = "bearer",
            Description = "An API key: Authorization: Bearer qk_…",
        });
        document.AddComponent<IOpenApiSchema>(Problem, ProblemSchema());
        return Task.CompletedTask;
    }

    private static OpenApiSchema ProblemSchema() => new()
    {
        Type = JsonSchemaType.Object,
        Description = "What went wrong (RFC 9457). Further members are facts of the error, all of them strings.",
        Required = new HashSet<string> { "type", "title", "status", "detail", "code" },
        Properties = new Dictionary<string, IOpenApiSchema>
        {
            ["type"] = Text("urn:quire:error: and the code."),
            ["title"] = Text("The status in words."),
            ["status"] = new OpenApiSchema { Type = JsonSchemaType.Integer },
            ["detail"] = Text("The thing and the reason."),
            ["code"] = Text("The stable code, listed in docs/errors.md."),
            ["hint"] = Text("The way out."),
            ["diagnostics"] = new OpenApiSchema { Type = JsonSchemaType.Array, Items = new OpenApiSchema { Type = JsonSchemaType.Object } },
        },
        AdditionalProperties = new OpenApiSchema { Type = JsonSchemaType.String },
    };

    private static OpenApiSchema Text(string meaning) => new() { Type = JsonSchemaType.String, Description = meaning };
}
