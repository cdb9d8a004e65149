using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Quire.AspNetCore.Annotations;
using Quire.AspNetCore.Commits;
using Quire.AspNetCore.Pipeline;
using Quire.AspNetCore.Routes;
using Quire.Core.Access;
using Quire.Core.Prompts;

namespace Quire.AspNetCore.Aliases;

/// <summary>Removes an alias from the prompts of a folder, all or none.</summary>
internal sealed class RemoveAliases(BulkWriter prompts) : IRoute
{
    /// <inheritdoc/>
    public void Map(IEndpointRouteBuilder routes) => routes.Delete("/api/v1/orgs/{organisation}/projects/{project}/aliases/{alias}", Handle)
        .Requires(Permissions.Write)
        .ShowsWholeProject()
        .Named("removeAliases", "Removes an alias from the prompts of a folder: one change, all or none.")
        .Query("folder", "The folder whose prompts, at any depth, are meant; empty for the whole project.")
        .Answers<BulkAnswer>()
        .FailsAsChange("invalid_choice", "folder_not_found");

    private async Task<IResult> Handle(Call call)
    {
        var wish = new AliasBulk { Alias = call.Value("alias"), Prompts = new PromptChoice { Folder = call.Query("folder") } };
        return BulkAnswer.To(call, await prompts.Move(call.Caller, call.Project, wish, call.Cancellation));
    }
}
