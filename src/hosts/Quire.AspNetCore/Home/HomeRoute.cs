using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Quire.AspNetCore.Pipeline;
using Quire.AspNetCore.Routes;
using Quire.AspNetCore.Studio;

namespace Quire.AspNetCore.Home;

/// <summary>The first page for people: the Studio's, or a plain one where Quire was built without it.</summary>
internal sealed class HomeRoute(StudioFiles studio) : IRoute
{
    private readonly IResult _page = studio.Page is { } page ? page : new HomePage();

    /// <inheritdoc/>
    public void Map(IEndpointRouteBuilder routes) => routes.Get("/", Handle)
        .AllowsAnyone("It says what the server is and shows no data.")
        .Named("getHome", "The page for people.")
        .Answers(StatusCodes.Status200OK, "text/html");

    // The Studio's links are relative to its folder, which only the slash makes one.
    private Task<IResult> Handle(Call call) => Task.FromResult(
        _page is StudioPage && !call.Http.Request.Path.Value!.EndsWith('/') ? Results.Redirect(StudioBase.Of(call.Http)) : _page);
}
