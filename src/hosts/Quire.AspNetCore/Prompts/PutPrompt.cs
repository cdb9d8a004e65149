using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Quire.AspNetCore.Answers;
using Quire.AspNetCore.Bodies;
using Quire.AspNetCore.Commits;
using Quire.AspNetCore.Pipeline;
using Quire.AspNetCore.Routes;
using Quire.Core.Access;
using Quire.Core.Changes;
using Quire.Core.Prompts;

namespace Quire.AspNetCore.Prompts;

/// <summary>Writes a prompt with a commit.</summary>
internal sealed class PutPrompt(PromptSaver saver) : IRoute
{
    /// <inheritdoc/>
    public void Map(IEndpointRouteBuilder routes) => routes.Put("/api/v1/orgs/{organisation}/projects/{project}/prompts/{path}", Handle)
        .Requires(Permissions.Write)
        .ShowsWholeProject()
        .Named("putPrompt", "Writes a prompt with a commit. The same text changes nothing, unless it is registered.")
        .Takes<SavePromptBody>()
        .TakesIdempotencyKey()
        .Header("If-Match", "The ETag of the prompt that the caller saw, or * where it must exist.")
        .Header("If-None-Match", "* where the prompt must not exist yet.")
        .Header(ExpectedHead.Name, ExpectedHead.Meaning)
        .Answers<SavedAnswer>(StatusCodes.Status201Created)
        .Answers<SavedAnswer>()
        .FailsAsChange("invalid_prompt", "invalid_message", "invalid_author", "invalid_commit", "not_default_branch", "precondition_failed", "stale_prompt");

    private async Task<IResult> Handle(Call call)
    {
        var (body, idempotency) = await call.RepeatableBody(QuireJson.Api.SavePromptBody);
        return call.Saved(await saver.Save(call, Wish(call, body, idempotency)));
    }

    private static SavePrompt Wish(Call call, SavePromptBody body, Idempotency? idempotency)
    {
        var (bytes, format) = PromptFileText.Of(body);
        return new SavePrompt
        {
            Project = call.Project,
            Path = call.Path.Value,
            Source = bytes,
            Format = format,
            Message = body.Message,
            Author = body.Author,
            Branch = body.Branch,
            ExpectedHead = ExpectedHead.Of(call),
            Register = body.Register,
            Aliases = body.Aliases ?? [],
            AcceptedBreaks = body.AcceptBreaks ?? [],
            Idempotency = idempotency,
        };
    }
}
