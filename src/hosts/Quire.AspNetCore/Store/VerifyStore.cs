using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Quire.AspNetCore.Answers;
using Quire.AspNetCore.Pipeline;
using Quire.AspNetCore.Routes;
using Quire.Core.Access;
using Quire.Core.Audit;

namespace Quire.AspNetCore.Store;

/// <summary>Checks the store from end to end.</summary>
internal sealed class VerifyStore(StoreVerifier verifier) : IRoute
{
    /// <inheritdoc/>
    public void Map(IEndpointRouteBuilder routes) => routes.Post("/api/v1/orgs/{organisation}/verify", Handle)
        .Requires(Permissions.Audit)
        .ShowsWholeProject()
        .Named("verifyStore", "Checks the store from end to end: objects, pointers, numbers, the feed and the ledger.")
        .Answers<VerifyAnswer>();

    private async Task<IResult> Handle(Call call) =>
        Answer.Json(VerifyAnswer.Of(await verifier.Verify(call.Caller, call.Cancellation)), QuireJson.Api.VerifyAnswer);
}
