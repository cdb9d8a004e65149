using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace Quire.AspNetCore.OpenApi;

/// <summary>Numbers are numbers. The framework describes them as texts, too, because its own reader would take those; Quire's reader refuses them.</summary>
internal static class PlainNumbers
{
    /// <summary>Takes the text out of a number's schema.</summary>
    public static Task Write(OpenApiSchema schema, OpenApiSchemaTransformerContext context, CancellationToken cancellation)
    {
        if (schema.Type is { } type && type.HasFlag(JsonSchemaType.String) && (type.HasFlag(JsonSchemaType.Integer) || type.HasFlag(JsonSchemaType.Number)))
        {
            schema.Type = type & ~JsonSchemaType.String;
            schema.Pattern = null;
        }
        return Task.CompletedTask;
    }
}
