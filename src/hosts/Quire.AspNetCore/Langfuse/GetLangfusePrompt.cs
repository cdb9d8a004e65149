using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Quire.AspNetCore.Answers;
using Quire.AspNetCore.Pipeline;
using Quire.AspNetCore.Prompts;
using Quire.AspNetCore.Routes;
using Quire.Core.Access;
using Quire.Core.Errors;
using Quire.Core.Langfuse;

namespace Quire.AspNetCore.Langfuse;

/// <summary>Serves a version to Langfuse's clients: by number or label, else <c>production</c>.</summary>
internal sealed class GetLangfusePrompt(LangfuseReader reader, ReadyAnswers ready) : IRoute
{
    /// <inheritdoc/>
    public void Map(IEndpointRouteBuilder routes) => routes.Get("/api/public/v2/prompts/{path}", Handle)
        .Requires(Permissions.Read)
        .Speaks(LangfuseProtocol.Instance)
        .TakesVersionOrLabel()
        .Query("resolve", "false for the text as it was written; true where it is absent.");

    private async Task<IResult> Handle(Call call)
    {
        var keep = ready.Open();
        var name = call.Value("path");
        var (version, given) = call.VersionOrLabel();
        var label = given ?? LangfuseLabels.Production;
        var found = await reader.Find(call.Caller, call.Project, name, version, label, Resolves(call), call.Cancellation)
            ?? throw new QuireException(ErrorKind.NotFound, "prompt_not_found", $"Prompt not found: '{name}' with {(version is { } number ? $"version {number}" : $"label '{label}'")}");
        var body = LangfuseAnswers.Read(found);
        var answer = new BytesAnswer(body, LangfuseAnswers.ContentType, EntityTags.Of(body.Span));
        keep(call, found.Prompt, answer);
        return answer;
    }

    private static bool Resolves(Call call) => call.Query("resolve") switch
    {
        null or "true" => true,
        "false" => false,
        _ => throw LangfuseIssue.At("resolve", "Invalid option: expected one of \"true\"|\"false\""),
    };
}
