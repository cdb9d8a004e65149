using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Quire.AspNetCore.Pipeline;
using Quire.AspNetCore.Routes;
using Quire.Core.Errors;

namespace Quire.AspNetCore.Studio;

/// <summary>
/// Serves the Studio below its first page: its files, and for every address of a screen its one page. They have no data; that comes over REST. Only
/// paths that are the Studio's are taken, so that a host that maps Quire at its root keeps all others.
/// </summary>
internal sealed class StudioRoute(StudioFiles files) : IRoute
{
    private const string Why = "The Studio's files are the same for everyone and hold no data.";

    /// <summary>The first segments of the addresses of screens, as studio/src/app/App.tsx has them.</summary>
    private static readonly string[] Screens = ["projects", "search", "settings", "help"];

    /// <inheritdoc/>
    public void Map(IEndpointRouteBuilder routes)
    {
        if (files.Page is null)
            return;
        foreach (var screen in Screens)
            Map(routes, $"/{screen}/{{**page}}", Screen);
        foreach (var name in files.Names.Where(name => !name.Contains('/')))
            Map(routes, $"/{name}", _ => File(name));
        Map(routes, "/assets/{**file}", call => File($"assets/{call.Http.Request.RouteValues["file"]}"));
    }

    private static void Map(IEndpointRouteBuilder routes, string pattern, Func<Call, IResult> answer) =>
        routes.Get(pattern, call => Task.FromResult(answer(call))).AllowsAnyone(Why).WithMetadata(new StudioPattern(pattern));

    private StudioFileAnswer File(string path) => new(files.Find(path) ?? throw Missing(), path.StartsWith("assets/", StringComparison.Ordinal));

    // What a program asks for must not look like an answer when it is the page.
    private StudioPage Screen(Call call) =>
        call.Http.Request.Headers.Accept.ToString().Contains("text/html", StringComparison.OrdinalIgnoreCase) ? files.Page! : throw Missing();

    private static QuireException Missing() => new(ErrorKind.NotFound, "route_not_found", "There is nothing at this path.", "The Studio's first page is at the top, the REST interface under /api/v1.");
}
