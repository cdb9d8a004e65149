using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Quire.AspNetCore.Answers;
using Quire.AspNetCore.Bodies;
using Quire.AspNetCore.Pipeline;
using Quire.AspNetCore.Routes;
using Quire.Core.Access;
using Quire.Core.Validation;

namespace Quire.AspNetCore.Rules;

/// <summary>Replaces what the organisation asks of its prompts.</summary>
internal sealed class SetRules(RulesService rules) : IRoute
{
    /// <inheritdoc/>
    public void Map(IEndpointRouteBuilder routes) => routes.Put("/api/v1/orgs/{organisation}/rules", Handle)
        .Requires(Permissions.Manage)
        .Named("setRules", "Replaces what the organisation asks of its prompts' texts. It holds for what is written from then on.")
        .Takes<RulesDocument>()
        .Answers<RulesDocument>()
        .Fails("invalid_rules");

    private async Task<IResult> Handle(Call call)
    {
        var body = await call.Body(QuireJson.Api.RulesDocument);
        call.Sequence(await rules.Set(call.Caller, body, call.Cancellation));
        return Answer.Json(body, QuireJson.Api.RulesDocument);
    }
}
