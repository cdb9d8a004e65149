using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Quire.AspNetCore.Answers;
using Quire.AspNetCore.Pipeline;
using Quire.AspNetCore.Routes;
using Quire.Core.Access;
using Quire.Core.Langfuse;

namespace Quire.AspNetCore.Langfuse;

/// <summary>Deletes versions for a Langfuse client: one, those with a label, or all.</summary>
internal sealed class DeleteLangfusePrompt(LangfuseWriter prompts) : IRoute
{
    /// <inheritdoc/>
    public void Map(IEndpointRouteBuilder routes) => routes.Delete("/api/public/v2/prompts/{path}", Handle)
        .Requires(Permissions.Write)
        .ShowsWholeProject()
        .Speaks(LangfuseProtocol.Instance)
        .TakesVersionOrLabel();

    private async Task<IResult> Handle(Call call)
    {
        var (version, label) = call.VersionOrLabel();
        var applied = await prompts.Delete(call.Caller, call.Project, call.Value("path"), version, label, call.Cancellation);
        call.Sequence(applied.Sequence);
        return Answer.Empty;
    }
}
