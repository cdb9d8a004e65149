using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.Routing.Template;
using Quire.AspNetCore.Pipeline;
using Quire.Core.Access;
using Quire.Core.Errors;

namespace Quire.AspNetCore.Routes;

/// <summary>Answers what no route does: the path is unknown, or its method is. It needs a key, so that nobody else can search for routes.</summary>
internal sealed class UnknownRoute(EndpointDataSource endpoints) : IRoute
{
    private readonly Lazy<IReadOnlyList<(TemplateMatcher Matcher, IReadOnlyList<string> Methods)>> _known = new(() => Known(endpoints));

    /// <inheritdoc/>
    public void Map(IEndpointRouteBuilder routes) => routes.MapAny("/api/{**rest}", Handle).Requires(Permissions.None);

    private Task<IResult> Handle(Call call)
    {
        var allowed = _known.Value.Where(route => route.Matcher.TryMatch(call.Http.Request.Path, [])).SelectMany(route => route.Methods).Distinct().Order(StringComparer.Ordinal).ToList();
        if (allowed.Count == 0)
            throw NotFound(call.Http);
        call.Http.Response.Headers.Allow = string.Join(", ", allowed);
        throw new RequestRefusedException(StatusCodes.Status405MethodNotAllowed, "method_not_allowed", $"{call.Http.Request.Method} is not possible here.", $"Possible are {string.Join(", ", allowed)}.");
    }

    private static QuireException NotFound(HttpContext http)
    {
        foreach (var segment in RawTarget.Segments(http.Features.GetRequiredFeature<IHttpRequestFeature>().RawTarget))
            RawTarget.Decode(segment, mayHaveSlash: false);
        return new QuireException(ErrorKind.NotFound, "route_not_found", "There is nothing at this path.", Hint(http.Request.Path));
    }

    private static string Hint(PathString path) => path.Value!.Contains("/prompts/", StringComparison.Ordinal)
        ? "The path of a prompt is one segment: write a slash in it as %2F."
        : "The routes are listed at /openapi/v1.json.";

    private static IReadOnlyList<(TemplateMatcher, IReadOnlyList<string>)> Known(EndpointDataSource endpoints) =>
    [
        .. endpoints.Endpoints.OfType<RouteEndpoint>()
            .Where(endpoint => endpoint.Metadata.GetMetadata<Handler>() is not null && endpoint.Metadata.GetMetadata<IHttpMethodMetadata>() is not null)
            .Select(endpoint => (new TemplateMatcher(new RouteTemplate(endpoint.RoutePattern), []), endpoint.Metadata.GetMetadata<IHttpMethodMetadata>()!.HttpMethods)),
    ];
}
