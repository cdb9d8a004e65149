using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Quire.AspNetCore.Pipeline;
using Quire.AspNetCore.Routes;
using Quire.Core.Errors;

namespace Quire.AspNetCore.Studio;

/// <summary>Serves the Studio below its first page: its files, and for every address of a screen its one page. They have no data; that comes over REST.</summary>
internal sealed class StudioRoute(StudioFiles files) : IRoute
{
    /// <summary>The pattern, under the prefix.</summary>
    public const string Pattern = "/{**page}";

    /// <inheritdoc/>
    public void Map(IEndpointRouteBuilder routes)
    {
        if (files.Page is not null)
            routes.Get(Pattern, Handle).AllowsAnyone("The Studio's files are the same for everyone and hold no data.");
    }

    private Task<IResult> Handle(Call call)
    {
        var page = call.Http.Request.RouteValues["page"] as string ?? "";
        if (files.Find(page) is { } file)
            return Task.FromResult<IResult>(new StudioFileAnswer(file, page.StartsWith("assets/", StringComparison.Ordinal)));
        return IsScreen(call.Http.Request, page)
            ? Task.FromResult<IResult>(files.Page!)
            : throw new QuireException(ErrorKind.NotFound, "route_not_found", "There is nothing at this path.", "The Studio's first page is at the top.");
    }

    // What a program asks for, or the page asks for itself, must not look like an answer when it is the page.
    private static bool IsScreen(HttpRequest request, string page) =>
        request.Headers.Accept.ToString().Contains("text/html", StringComparison.OrdinalIgnoreCase)
        && page.Split('/')[0] is not ("assets" or "api" or "git" or "openapi" or "health");
}
