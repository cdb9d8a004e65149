using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Quire.AspNetCore.Answers;
using Quire.AspNetCore.Pipeline;
using Quire.AspNetCore.Routes;
using Quire.Core.Access;
using Quire.Core.Errors;
using Quire.Core.Langfuse;

namespace Quire.AspNetCore.Langfuse;

/// <summary>Serves a version to Langfuse's older clients: by number, else <c>production</c>.</summary>
internal sealed class GetLegacyLangfusePrompt(LangfuseReader reader) : IRoute
{
    /// <inheritdoc/>
    public void Map(IEndpointRouteBuilder routes) => routes.Get("/api/public/prompts", Handle)
        .Requires(Permissions.Read)
        .Speaks(LangfuseProtocol.Instance)
        .Query("name", "The prompt's name.")
        .Query("version", "The number of a version.", "integer");

    private async Task<IResult> Handle(Call call)
    {
        var name = call.Query("name") ?? throw LangfuseIssue.At("name", "Invalid input: expected string, received undefined");
        // Their server decodes it once more, and their older clients count on that.
        var found = await reader.Find(call.Caller, call.Project, Uri.UnescapeDataString(name), call.Version(), LangfuseLabels.Production, compose: true, call.Cancellation)
            ?? throw new QuireException(ErrorKind.NotFound, "prompt_not_found", "Prompt not found");
        return new RawAnswer(LangfuseAnswers.Read(found), LangfuseAnswers.ContentType);
    }
}
