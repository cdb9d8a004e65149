using System.Globalization;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;
using Quire.AspNetCore.Errors;
using Quire.AspNetCore.Routes;
using Quire.Core.Access;

namespace Quire.AspNetCore.OpenApi;

/// <summary>Writes what a route declares into its operation.</summary>
internal static class OperationWriter
{
    /// <summary>Writes name, permission, parameters, body, answers and errors.</summary>
    public static async Task Write(OpenApiOperation operation, OpenApiOperationTransformerContext context, CancellationToken cancellation)
    {
        var metadata = context.Description.ActionDescriptor.EndpointMetadata;
        var access = metadata.OfType<Access>().Last();
        WriteName(operation, metadata.OfType<RouteName>().Last(), access);
        WriteParameters(operation, context.Description.RelativePath!, metadata);
        operation.RequestBody = await Body(metadata.OfType<BodyInfo>(), context, cancellation);
        operation.Responses = [];
        foreach (var answer in metadata.OfType<AnswerInfo>())
            operation.Responses[Status(answer.Status)] = await Response(answer, context, cancellation);
        if (access.Required is not null)
            operation.Security = [new OpenApiSecurityRequirement { [new OpenApiSecuritySchemeReference(DocumentFrame.KeyScheme, context.Document)] = [] }];
        WriteErrors(operation, context.Document!, ErrorTable.CodesOf(access, metadata));
    }

    private static void WriteName(OpenApiOperation operation, RouteName name, Access access)
    {
        operation.OperationId = name.Id;
        operation.Summary = name.Summary;
        operation.Description = access.Required switch
        {
            null => $"Needs no key: {access.Reason}",
            Permissions.None => "Needs any key that works.",
            { } required => $"Needs the permission {PermissionNames.Format(required)}.",
        };
    }

    private static void WriteParameters(OpenApiOperation operation, string path, IList<object> metadata)
    {
        operation.Parameters = [];
        foreach (var name in ParameterNames(path))
            operation.Parameters.Add(Parameter(name, ParameterLocation.Path, Meaning(name), name is "version" ? JsonSchemaType.Integer : JsonSchemaType.String));
        foreach (var query in metadata.OfType<QueryParameter>())
            operation.Parameters.Add(Parameter(query.Name, ParameterLocation.Query, query.Meaning, query.Type == "integer" ? JsonSchemaType.Integer : JsonSchemaType.String));
        foreach (var header in metadata.OfType<HeaderParameter>())
            operation.Parameters.Add(Parameter(header.Name, ParameterLocation.Header, header.Meaning, JsonSchemaType.String));
    }

    private static IEnumerable<string> ParameterNames(string path) =>
        path.Split('/').Where(segment => segment is ['{', .., '}']).Select(segment => segment.Trim('{', '}', '*'));

    private static string Meaning(string name) => name switch
    {
        "organisation" => "The organisation's name.",
        "project" => "The project's name.",
        "path" => "The prompt's path, as one segment: a slash in it is written %2F.",
        "branch" => "The branch's name, as one segment: a slash in it is written %2F.",
        "version" => "The version's number, from 1.",
        "alias" => "The alias.",
        "commit" => "The commit's id: 4 to 40 hexadecimal digits.",
        _ => $"The {name}'s id.",
    };

    private static OpenApiParameter Parameter(string name, ParameterLocation place, string meaning, JsonSchemaType type) => new()
    {
        Name = name,
        In = place,
        Description = meaning,
        Required = place == ParameterLocation.Path,
        Schema = new OpenApiSchema { Type = type },
    };

    private static async Task<OpenApiRequestBody?> Body(IEnumerable<BodyInfo> bodies, OpenApiOperationTransformerContext context, CancellationToken cancellation)
    {
        var content = new Dictionary<string, OpenApiMediaType>();
        foreach (var body in bodies)
            content[body.ContentType] = await Media(body.Type, context, cancellation);
        return content.Count == 0 ? null : new OpenApiRequestBody { Required = true, Content = content };
    }

    private static async Task<OpenApiResponse> Response(AnswerInfo answer, OpenApiOperationTransformerContext context, CancellationToken cancellation)
    {
        var response = new OpenApiResponse { Description = Microsoft.AspNetCore.WebUtilities.ReasonPhrases.GetReasonPhrase(answer.Status) };
        if (answer.ContentType is { } type)
            response.Content = new Dictionary<string, OpenApiMediaType> { [type] = await Media(answer.Type, context, cancellation) };
        return response;
    }

    private static async Task<OpenApiMediaType> Media(Type? type, OpenApiOperationTransformerContext context, CancellationToken cancellation)
    {
        if (type is null)
            return new OpenApiMediaType();
        var name = SchemaNames.Of(type);
        context.Document!.AddComponent<IOpenApiSchema>(name, await context.GetOrCreateSchemaAsync(type, null, cancellation));
        return new OpenApiMediaType { Schema = new OpenApiSchemaReference(name, context.Document) };
    }

    private static void WriteErrors(OpenApiOperation operation, OpenApiDocument document, IEnumerable<KnownError> errors)
    {
        foreach (var group in errors.GroupBy(error => error.Status).OrderBy(group => group.Key))
        {
            operation.Responses![Status(group.Key)] = new OpenApiResponse
            {
                Description = string.Join(", ", group.Select(error => error.Code).Distinct().Order(StringComparer.Ordinal)),
                Content = new Dictionary<string, OpenApiMediaType> { ["application/problem+json"] = new OpenApiMediaType { Schema = new OpenApiSchemaReference(DocumentFrame.Problem, document) } },
            };
        }
    }

    private static string Status(int status) => status.ToString(CultureInfo.InvariantCulture);
}
