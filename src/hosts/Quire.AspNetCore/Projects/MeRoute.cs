using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Quire.AspNetCore.Answers;
using Quire.AspNetCore.Pipeline;
using Quire.AspNetCore.Routes;
using Quire.Core.Access;

namespace Quire.AspNetCore.Projects;

/// <summary>Tells a key what it is.</summary>
internal sealed class MeRoute : IRoute
{
    /// <inheritdoc/>
    public void Map(IEndpointRouteBuilder routes) => routes.Get("/api/v1/me", Handle)
        .Requires(Permissions.None)
        .Named("getMe", "Tells what a key is called, and which organisation, projects, tenants and permissions it has.")
        .Answers<MeAnswer>();

    private static Task<IResult> Handle(Call call) => Task.FromResult(Answer.Json(MeAnswer.Of(call.Caller), QuireJson.Api.MeAnswer));
}
