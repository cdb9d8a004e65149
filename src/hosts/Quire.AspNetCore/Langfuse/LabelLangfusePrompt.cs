using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Quire.AspNetCore.Answers;
using Quire.AspNetCore.Bodies;
using Quire.AspNetCore.Pipeline;
using Quire.AspNetCore.Routes;
using Quire.Core.Access;
using Quire.Core.Langfuse;

namespace Quire.AspNetCore.Langfuse;

/// <summary>Adds labels to a version for a Langfuse client; it takes none away.</summary>
internal sealed class LabelLangfusePrompt(LangfuseWriter prompts) : IRoute
{
    /// <inheritdoc/>
    public void Map(IEndpointRouteBuilder routes) => routes.Patch("/api/public/v2/prompts/{path}/versions/{version}", Handle)
        .Requires(Permissions.Read | Permissions.Write)
        .ShowsWholeProject()
        .Speaks(LangfuseProtocol.Instance)
        .Takes<LangfuseLabelsBody>();

    private async Task<IResult> Handle(Call call)
    {
        var labels = LangfuseBodies.Read(await call.Body(QuireJson.Api.LangfuseLabelsBody));
        return call.Written(await prompts.AddLabels(call.Caller, call.Project, call.Value("path"), call.Number("version"), labels, call.Cancellation), StatusCodes.Status200OK);
    }
}
