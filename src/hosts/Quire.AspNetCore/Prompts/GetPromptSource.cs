using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Quire.AspNetCore.Pipeline;
using Quire.AspNetCore.Routes;
using Quire.Core.Access;
using Quire.Core.Prompts;

namespace Quire.AspNetCore.Prompts;

/// <summary>Serves the file of a version, byte for byte.</summary>
internal sealed class GetPromptSource(PromptReader reader, PromptAnswers answers, ReadyAnswers ready) : IRoute
{
    /// <inheritdoc/>
    public void Map(IEndpointRouteBuilder routes) => routes.Get("/api/v1/orgs/{organisation}/projects/{project}/prompts/{path}/source", Handle)
        .Requires(Permissions.Read)
        .Named("getPromptSource", "Serves the file of a version, byte for byte.")
        .SelectsVersion()
        .Answers(StatusCodes.Status200OK, "text/plain")
        .Answers(StatusCodes.Status304NotModified);

    private async Task<IResult> Handle(Call call)
    {
        var keep = ready.Open();
        var found = await reader.Resolve(call.Caller, call.Address(), call.Cancellation);
        var answer = answers.Source(found);
        keep(call, found, answer);
        return answer;
    }
}
