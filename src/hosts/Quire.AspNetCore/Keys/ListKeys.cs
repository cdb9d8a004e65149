using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Quire.AspNetCore.Answers;
using Quire.AspNetCore.Pipeline;
using Quire.AspNetCore.Routes;
using Quire.Core.Access;

namespace Quire.AspNetCore.Keys;

/// <summary>Lists the keys of the organisation.</summary>
internal sealed class ListKeys(KeyService keys) : IRoute
{
    /// <inheritdoc/>
    public void Map(IEndpointRouteBuilder routes) => routes.Get("/api/v1/orgs/{organisation}/keys", Handle)
        .Requires(Permissions.Keys)
        .Named("listKeys", "Lists the keys of the organisation, newest first, without what opens them.")
        .Answers<KeyList>();

    private async Task<IResult> Handle(Call call)
    {
        var found = await keys.List(call.Caller, call.Cancellation);
        return Answer.Json(new KeyList([.. found.Select(key => KeyAnswer.Of(key))]), QuireJson.Api.KeyList);
    }
}
