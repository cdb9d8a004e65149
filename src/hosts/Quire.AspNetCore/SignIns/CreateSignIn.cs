using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Quire.AspNetCore.Answers;
using Quire.AspNetCore.Bodies;
using Quire.AspNetCore.Pipeline;
using Quire.AspNetCore.Projects;
using Quire.AspNetCore.Routes;
using Quire.Core.Access;

namespace Quire.AspNetCore.SignIns;

/// <summary>Signs a browser in with a key.</summary>
internal sealed class CreateSignIn(SignInService signIns) : IRoute
{
    /// <inheritdoc/>
    public void Map(IEndpointRouteBuilder routes) => routes.Post("/api/v1/session", Handle)
        .AllowsAnyone("It is how a browser shows its key; a key that opens nothing is answered with 401.")
        .Named("createSession", "Signs a browser in: it gets a cookie that no script can read, in place of the key.")
        .Takes<SignInBody>()
        .Answers<MeAnswer>()
        .Fails("unauthenticated", "cross_site");

    private async Task<IResult> Handle(Call call)
    {
        SignInCookie.CheckOrigin(call.Http.Request);
        var body = await call.Body(QuireJson.Api.SignInBody);
        var (token, principal) = await signIns.Issue(body.Key, call.Cancellation);
        SignInCookie.Write(call.Http, token);
        return Answer.Json(MeAnswer.Of(principal), QuireJson.Api.MeAnswer);
    }
}
