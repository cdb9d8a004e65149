using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Quire.AspNetCore.Answers;
using Quire.AspNetCore.Pipeline;
using Quire.AspNetCore.Routes;
using Quire.Core.Access;

namespace Quire.AspNetCore.Keys;

/// <summary>Revokes a key.</summary>
internal sealed class RevokeKey(KeyService keys, SequenceGate sequences) : IRoute
{
    /// <inheritdoc/>
    public void Map(IEndpointRouteBuilder routes) => routes.Delete("/api/v1/orgs/{organisation}/keys/{key}", Handle)
        .Requires(Permissions.Keys)
        .Named("revokeKey", "Revokes a key; it has stopped working when this answers.")
        .Answers(StatusCodes.Status204NoContent)
        .Fails("key_not_found");

    private async Task<IResult> Handle(Call call)
    {
        await keys.Revoke(call.Caller, call.Value("key"), call.Cancellation);
        call.Sequence(await sequences.Current(call.Caller, call.Cancellation));
        return Answer.Empty;
    }
}
