using System.Globalization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Quire.AspNetCore.Pipeline;
using Quire.AspNetCore.Routes;
using Quire.Core.Caching;

namespace Quire.AspNetCore;

/// <summary>Adds Quire's routes to a host.</summary>
public static class QuireRoutes
{
    /// <summary>Maps everything under <paramref name="prefix"/>: REST, the page for people, health and the OpenAPI document.</summary>
    /// <param name="routes">The host's routes.</param>
    /// <param name="prefix">For example <c>/prompts</c>; empty for the root.</param>
    /// <exception cref="InvalidOperationException"><see cref="QuireServices.AddQuire"/> was not called, or a route declares no permission.</exception>
    public static IEndpointConventionBuilder MapQuire(this IEndpointRouteBuilder routes, string prefix = "")
    {
        ArgumentNullException.ThrowIfNull(routes);
        ArgumentNullException.ThrowIfNull(prefix);
        var gates = routes.ServiceProvider.GetService<GateFactory>()
            ?? throw new InvalidOperationException("Quire's services are missing. Call services.AddQuire(options) before app.MapQuire().");
        var group = routes.MapGroup(prefix.TrimEnd('/'));
        // Every route passes the gate, however it was added; one without a declared permission stops the start.
        ((IEndpointConventionBuilder)group).Finally(gates.Close);
        RouteTable.Map(group, routes.ServiceProvider);
        // Nobody asks for the instruments; they are there from the start, for whoever listens.
        _ = routes.ServiceProvider.GetRequiredService<CacheMetrics>();
        Build(routes);
        return group;
    }

    // Endpoints are made when they are first asked for. Asking now makes a mistake a failed start instead of a failed request.
    private static void Build(IEndpointRouteBuilder routes)
    {
        foreach (var source in routes.DataSources)
            _ = source.Endpoints.Count.ToString(CultureInfo.InvariantCulture);
    }
}
