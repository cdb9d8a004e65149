using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Quire.AspNetCore.Pipeline;
using Quire.AspNetCore.Routes;
using Quire.Core.Access;
using Quire.Core.Prompts;
using Quire.Prompts.Addresses;

namespace Quire.AspNetCore.Prompts;

/// <summary>Serves a version by its number.</summary>
internal sealed class GetVersion(PromptReader reader, PromptAnswers answers, ReadyAnswers ready) : IRoute
{
    /// <inheritdoc/>
    public void Map(IEndpointRouteBuilder routes) => routes.Get("/api/v1/orgs/{organisation}/projects/{project}/prompts/{path}/versions/{version}", Handle)
        .Requires(Permissions.Read)
        .Named("getVersion", "Serves a version of a prompt by its number.")
        .Answers<PromptAnswer>()
        .Answers(StatusCodes.Status304NotModified)
        .Fails("project_not_found", "prompt_not_found", "version_not_found", "version_deleted", "invalid_name", "invalid_selector");

    private async Task<IResult> Handle(Call call)
    {
        var keep = ready.Open();
        var found = await reader.Resolve(call.Caller, call.Address(Selectors.Of(null, call.Number("version"), null) ?? Selector.Latest), call.Cancellation);
        var answer = answers.Json(call.Caller.Organisation, found);
        keep(call, found, answer);
        return answer;
    }
}
