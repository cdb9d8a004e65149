using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Quire.AspNetCore.Commits;
using Quire.AspNetCore.Composing;
using Quire.AspNetCore.Health;
using Quire.AspNetCore.Home;
using Quire.AspNetCore.Keys;
using Quire.AspNetCore.OpenApi;
using Quire.AspNetCore.Projects;
using Quire.AspNetCore.Prompts;

namespace Quire.AspNetCore.Routes;

/// <summary>Every route there is.</summary>
internal static class RouteTable
{
    private static readonly Type[] All =
    [
        typeof(HomeRoute), typeof(HealthRoute), typeof(OpenApiRoute), typeof(UnknownRoute),
        typeof(MeRoute),
        typeof(ListProjects), typeof(CreateProject), typeof(GetProject),
        typeof(GetPrompt), typeof(GetPromptSource),
        typeof(CreateCommit),
        typeof(ListKeys), typeof(CreateKey), typeof(RevokeKey),
        typeof(ValidateSource),
    ];

    /// <summary>Adds them.</summary>
    public static void Map(IEndpointRouteBuilder routes, IServiceProvider services)
    {
        foreach (var type in All)
            ((IRoute)ActivatorUtilities.CreateInstance(services, type)).Map(routes);
    }
}
