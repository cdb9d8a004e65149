using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Quire.AspNetCore.Answers;
using Quire.AspNetCore.Pipeline;
using Quire.AspNetCore.Routes;

namespace Quire.AspNetCore.OpenApi;

/// <summary>Serves the description of every route.</summary>
internal sealed class OpenApiRoute(OpenApiWriter writer) : IRoute
{
    /// <inheritdoc/>
    public void Map(IEndpointRouteBuilder routes) => routes.Get("/openapi/v1.json", Handle)
        .AllowsAnyone("It describes the routes, which are public knowledge, and shows no data.")
        .Named("getOpenApi", "The OpenAPI 3.1 document of this server.")
        .Answers(StatusCodes.Status200OK, "application/json");

    private async Task<IResult> Handle(Call call)
    {
        var body = await writer.Write(call.Cancellation);
        return new BytesAnswer(body, "application/json", EntityTags.Of(body.Span));
    }
}
