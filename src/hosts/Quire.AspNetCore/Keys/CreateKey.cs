using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Quire.AspNetCore.Answers;
using Quire.AspNetCore.Bodies;
using Quire.AspNetCore.Pipeline;
using Quire.AspNetCore.Routes;
using Quire.Core.Access;

namespace Quire.AspNetCore.Keys;

/// <summary>Makes a key.</summary>
internal sealed class CreateKey(KeyService keys, SequenceGate sequences) : IRoute
{
    /// <inheritdoc/>
    public void Map(IEndpointRouteBuilder routes) => routes.Post("/api/v1/orgs/{organisation}/keys", Handle)
        .Requires(Permissions.Keys)
        .Named("createKey", "Makes a key that can do no more than its maker. The answer is the only one that shows what opens it.")
        .Takes<NewKeyBody>()
        .Answers<KeyAnswer>(StatusCodes.Status201Created)
        .Fails("invalid_name", "invalid_permission", "idempotency_not_supported");

    private async Task<IResult> Handle(Call call)
    {
        call.RefuseIdempotencyKey("A key");
        var wanted = await call.Body(QuireJson.Api.NewKeyBody);
        var made = await keys.Create(call.Caller, wanted.ToNewKey(), call.Cancellation);
        call.Sequence(await sequences.Current(call.Caller, call.Cancellation));
        return Answer.Json(KeyAnswer.Of(made.Key, made.Secret), QuireJson.Api.KeyAnswer, StatusCodes.Status201Created);
    }
}
