using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Quire.AspNetCore.Pipeline;
using Quire.AspNetCore.Routes;
using Quire.Core.Access;
using Quire.Core.Prompts;

namespace Quire.AspNetCore.Prompts;

/// <summary>Serves one version of a prompt.</summary>
internal sealed class GetPrompt(PromptReader reader, PromptAnswers answers, ReadyAnswers ready) : IRoute
{
    /// <inheritdoc/>
    public void Map(IEndpointRouteBuilder routes) => routes.Get("/api/v1/orgs/{organisation}/projects/{project}/prompts/{path}", Handle)
        .Requires(Permissions.Read)
        .Named("getPrompt", "Serves one version of a prompt: by alias, number or ref, else the latest.")
        .SelectsVersion()
        .Answers<PromptAnswer>()
        .Answers(StatusCodes.Status304NotModified);

    private async Task<IResult> Handle(Call call)
    {
        var keep = ready.Open();
        var found = await reader.Resolve(call.Caller, call.Address(), call.Cancellation);
        var answer = answers.Json(call.Caller.Organisation, found);
        keep(call, found, answer);
        return answer;
    }
}
