using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Quire.AspNetCore.Pipeline;
using Quire.AspNetCore.Routes;
using Quire.Core.Access;

namespace Quire.AspNetCore.Mlflow;

/// <summary>Maps calls of MLflow's clients: its libraries begin with <c>/api</c>, its pages with <c>/ajax-api</c>.</summary>
internal static class MlflowRoutes
{
    /// <summary>Where the calls stand.</summary>
    public static readonly string[] Prefixes = ["/api/2.0/mlflow", "/ajax-api/2.0/mlflow"];

    /// <summary>A call that reads.</summary>
    public static void MlflowGet(this IEndpointRouteBuilder routes, string path, Func<Call, Task<IResult>> handler, params string[] parameters)
    {
        foreach (var prefix in Prefixes)
        {
            var route = routes.Get($"{prefix}/{path}", handler).Requires(Permissions.Read).ForMlflow();
            foreach (var name in parameters)
                route.Query(name, "As MLflow documents it.");
        }
    }

    /// <summary>A call that changes something, with a body.</summary>
    public static void MlflowWrite<T>(this IEndpointRouteBuilder routes, string method, string path, Func<Call, Task<IResult>> handler)
    {
        foreach (var prefix in Prefixes)
            routes.Maps(method, $"{prefix}/{path}", handler).Requires(Permissions.Write).ShowsWholeProject().ForMlflow().Takes<T>();
    }

    /// <summary>The route is one that MLflow's clients call. It is described by MLflow, not by Quire's OpenAPI document.</summary>
    public static IEndpointConventionBuilder ForMlflow(this IEndpointConventionBuilder route) => route.Speaks(MlflowProtocol.Instance).ExcludeFromDescription();

    private static IEndpointConventionBuilder Maps(this IEndpointRouteBuilder routes, string method, string pattern, Func<Call, Task<IResult>> handler) => method switch
    {
        "POST" => routes.Post(pattern, handler),
        "PATCH" => routes.Patch(pattern, handler),
        _ => routes.Delete(pattern, handler),
    };
}
