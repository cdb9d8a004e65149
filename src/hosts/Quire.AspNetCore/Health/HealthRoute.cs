using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Quire.AspNetCore.Answers;
using Quire.AspNetCore.Pipeline;
using Quire.AspNetCore.Routes;
using Quire.Core.Stores;

namespace Quire.AspNetCore.Health;

/// <summary>Says whether the server answers, which takes that its store does.</summary>
internal sealed class HealthRoute(IStore store) : IRoute
{
    /// <inheritdoc/>
    public void Map(IEndpointRouteBuilder routes) => routes.Get("/health", Handle)
        .AllowsAnyone("Load balancers ask it, and it says nothing but ok.")
        .Named("getHealth", "Says whether the server and its store answer.")
        .Answers<HealthAnswer>();

    private async Task<IResult> Handle(Call call)
    {
        await store.Read(session => session.Organisations.Get(0), call.Cancellation);
        return Answer.Json(new HealthAnswer("ok"), QuireJson.Api.HealthAnswer);
    }
}
