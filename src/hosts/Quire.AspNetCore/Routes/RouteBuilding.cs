using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Quire.AspNetCore.Pipeline;
using Quire.Core.Access;

namespace Quire.AspNetCore.Routes;

/// <summary>The words with which routes are declared.</summary>
internal static class RouteBuilding
{
    /// <summary>A route that reads; it answers HEAD too.</summary>
    public static IEndpointConventionBuilder Get(this IEndpointRouteBuilder routes, string pattern, Func<Call, Task<IResult>> handler) =>
        Map(routes, pattern, ["GET", "HEAD"], handler);

    /// <summary>A route that adds or does something.</summary>
    public static IEndpointConventionBuilder Post(this IEndpointRouteBuilder routes, string pattern, Func<Call, Task<IResult>> handler) =>
        Map(routes, pattern, ["POST"], handler);

    /// <summary>A route that sets something.</summary>
    public static IEndpointConventionBuilder Put(this IEndpointRouteBuilder routes, string pattern, Func<Call, Task<IResult>> handler) =>
        Map(routes, pattern, ["PUT"], handler);

    /// <summary>A route that sets what the body names, and leaves the rest.</summary>
    public static IEndpointConventionBuilder Patch(this IEndpointRouteBuilder routes, string pattern, Func<Call, Task<IResult>> handler) =>
        Map(routes, pattern, ["PATCH"], handler);

    /// <summary>A route that removes something.</summary>
    public static IEndpointConventionBuilder Delete(this IEndpointRouteBuilder routes, string pattern, Func<Call, Task<IResult>> handler) =>
        Map(routes, pattern, ["DELETE"], handler);

    /// <summary>A route for whatever method comes.</summary>
    public static IEndpointConventionBuilder MapAny(this IEndpointRouteBuilder routes, string pattern, Func<Call, Task<IResult>> handler) =>
        routes.Map(pattern, Unreachable).WithMetadata(new Handler(handler));

    /// <summary>Needs a key with these permissions; <see cref="Permissions.None"/> is any key that works.</summary>
    public static IEndpointConventionBuilder Requires(this IEndpointConventionBuilder route, Permissions permissions) =>
        route.WithMetadata(new Access(permissions, null));

    /// <summary>Needs no key, for the reason given.</summary>
    public static IEndpointConventionBuilder AllowsAnyone(this IEndpointConventionBuilder route, string reason) =>
        route.WithMetadata(new Access(null, reason));

    /// <summary>Is for clients that speak this protocol instead of Quire's own.</summary>
    public static IEndpointConventionBuilder Speaks(this IEndpointConventionBuilder route, Protocol protocol) => route.WithMetadata(protocol);

    /// <summary>Shows or changes a project as a whole, so that keys bound to tenant scopes are refused.</summary>
    public static IEndpointConventionBuilder ShowsWholeProject(this IEndpointConventionBuilder route) => route.WithMetadata(new WholeProject());

    /// <summary>Has this name and sentence in the OpenAPI document.</summary>
    public static IEndpointConventionBuilder Named(this IEndpointConventionBuilder route, string id, string summary) =>
        route.WithMetadata(new RouteName(id, summary));

    /// <summary>Takes a parameter in the query.</summary>
    public static IEndpointConventionBuilder Query(this IEndpointConventionBuilder route, string name, string meaning, string type = "string") =>
        route.WithMetadata(new QueryParameter(name, meaning, type));

    /// <summary>Takes a header of its own.</summary>
    public static IEndpointConventionBuilder Header(this IEndpointConventionBuilder route, string name, string meaning) =>
        route.WithMetadata(new HeaderParameter(name, meaning));

    /// <summary>Takes a JSON body.</summary>
    public static IEndpointConventionBuilder Takes<T>(this IEndpointConventionBuilder route) =>
        route.WithMetadata(new BodyInfo(typeof(T), "application/json"));

    /// <summary>Takes a body that is one file.</summary>
    public static IEndpointConventionBuilder TakesBytes(this IEndpointConventionBuilder route) =>
        route.WithMetadata(new BodyInfo(null, "application/octet-stream"));

    /// <summary>Answers with a value in JSON.</summary>
    public static IEndpointConventionBuilder Answers<T>(this IEndpointConventionBuilder route, int status = StatusCodes.Status200OK) =>
        route.WithMetadata(new AnswerInfo(status, typeof(T), "application/json"));

    /// <summary>Answers with something that is no JSON value of ours; without a type, with nothing.</summary>
    public static IEndpointConventionBuilder Answers(this IEndpointConventionBuilder route, int status, string? contentType = null) =>
        route.WithMetadata(new AnswerInfo(status, null, contentType));

    /// <summary>May fail with these codes, beside those that every route has.</summary>
    public static IEndpointConventionBuilder Fails(this IEndpointConventionBuilder route, params string[] codes) =>
        route.WithMetadata(new FailureInfo(codes));

    private static IEndpointConventionBuilder Map(IEndpointRouteBuilder routes, string pattern, string[] methods, Func<Call, Task<IResult>> handler) =>
        // The API explorer lists only routes with a method behind them.
        routes.MapMethods(pattern, methods, Unreachable)
            .WithMetadata(new Handler(handler), ((RequestDelegate)Unreachable).Method, new TagsAttribute(handler.Method.DeclaringType!.Namespace!.Split('.')[^1]));

    // The gate puts its own delegate in place of this one; without the gate there is no way to the handler.
    private static Task Unreachable(HttpContext http) => throw new InvalidOperationException("A route was added outside MapQuire.");
}
