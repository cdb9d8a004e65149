using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Quire.AspNetCore.Answers;
using Quire.AspNetCore.Bodies;
using Quire.AspNetCore.Pipeline;
using Quire.AspNetCore.Routes;
using Quire.Core.Access;
using Quire.Core.Langfuse;

namespace Quire.AspNetCore.Langfuse;

/// <summary>Makes a version for a Langfuse client.</summary>
internal sealed class CreateLangfusePrompt(LangfuseWriter prompts) : IRoute
{
    /// <inheritdoc/>
    public void Map(IEndpointRouteBuilder routes) => routes.Post("/api/public/v2/prompts", Handle)
        .Requires(Permissions.Read | Permissions.Write)
        .ShowsWholeProject()
        .Speaks(LangfuseProtocol.Instance)
        .Takes<LangfusePromptBody>();

    private async Task<IResult> Handle(Call call)
    {
        var wish = LangfuseBodies.Read(await call.Body(QuireJson.Api.LangfusePromptBody));
        return call.Written(await prompts.Create(call.Caller, call.Project, wish, call.Cancellation), StatusCodes.Status201Created);
    }
}
