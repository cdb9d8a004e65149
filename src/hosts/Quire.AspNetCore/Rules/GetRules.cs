using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Quire.AspNetCore.Answers;
using Quire.AspNetCore.Pipeline;
using Quire.AspNetCore.Routes;
using Quire.Core.Access;
using Quire.Core.Validation;

namespace Quire.AspNetCore.Rules;

/// <summary>Shows what the organisation asks of its prompts.</summary>
internal sealed class GetRules(RulesService rules) : IRoute
{
    /// <inheritdoc/>
    public void Map(IEndpointRouteBuilder routes) => routes.Get("/api/v1/orgs/{organisation}/rules", Handle)
        .Requires(Permissions.Read)
        .Named("getRules", "Shows what the organisation asks of its prompts' texts.")
        .Answers<RulesDocument>();

    private async Task<IResult> Handle(Call call) => Answer.Json(await rules.Get(call.Caller, call.Cancellation), QuireJson.Api.RulesDocument);
}
