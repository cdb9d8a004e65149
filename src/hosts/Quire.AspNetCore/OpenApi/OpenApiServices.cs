using Microsoft.Extensions.DependencyInjection;
using Microsoft.OpenApi;
using Quire.AspNetCore.Routes;

namespace Quire.AspNetCore.OpenApi;

/// <summary>Adds what describes the routes.</summary>
internal static class OpenApiServices
{
    /// <summary>The document's name inside the host, which may have documents of its own.</summary>
    public const string DocumentName = "quire-v1";

    /// <summary>Adds the document of Quire's routes, and of no others.</summary>
    public static void AddQuireOpenApi(this IServiceCollection services)
    {
        services.AddOpenApi(DocumentName, options =>
        {
            options.OpenApiVersion = OpenApiSpecVersion.OpenApi3_1;
            options.ShouldInclude = route => route.HttpMethod != "HEAD" && route.ActionDescriptor.EndpointMetadata.OfType<RouteName>().Any();
            options.AddDocumentTransformer(DocumentFrame.Write);
            options.AddOperationTransformer(OperationWriter.Write);
            options.AddSchemaTransformer(PlainNumbers.Write);
        });
        services.AddSingleton<OpenApiWriter>();
    }
}
