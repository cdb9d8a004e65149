using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Quire.AspNetCore.Answers;
using Quire.AspNetCore.Pipeline;
using Quire.AspNetCore.Routes;
using Quire.Core.Access;

namespace Quire.AspNetCore.SignIns;

/// <summary>Signs a browser out.</summary>
internal sealed class EndSignIn(SignInService signIns) : IRoute
{
    /// <inheritdoc/>
    public void Map(IEndpointRouteBuilder routes) => routes.Delete("/api/v1/session", Handle)
        .AllowsAnyone("It forgets the browser's own token; without one there is nothing to forget.")
        .Named("endSession", "Signs the browser out; its token has stopped working when this answers.")
        .Answers(StatusCodes.Status204NoContent)
        .Fails("cross_site");

    private async Task<IResult> Handle(Call call)
    {
        SignInCookie.CheckOrigin(call.Http.Request);
        if (SignInCookie.Read(call.Http.Request) is { } token)
            await signIns.End(token, call.Cancellation);
        SignInCookie.Clear(call.Http);
        return Answer.Empty;
    }
}
