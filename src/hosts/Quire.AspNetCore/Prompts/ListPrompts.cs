using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Quire.AspNetCore.Answers;
using Quire.AspNetCore.Pipeline;
using Quire.AspNetCore.Routes;
using Quire.Core.Access;
using Quire.Core.Errors;
using Quire.Core.Prompts;

namespace Quire.AspNetCore.Prompts;

/// <summary>Lists the prompts of a project.</summary>
internal sealed class ListPrompts(PromptLister prompts) : IRoute
{
    /// <inheritdoc/>
    public void Map(IEndpointRouteBuilder routes) => routes.Get("/api/v1/orgs/{organisation}/projects/{project}/prompts", Handle)
        .Requires(Permissions.Read)
        .Named("listPrompts", "Lists the prompts that stand at the tip of the default branch, by path.")
        .Query("prefix", "The beginning of the paths.")
        .Query("folder", "In place of prefix: the folder whose prompts and folders are listed, without what is deeper; empty for the root.")
        .Query("template", "true for those alone that are marked as templates.", "boolean")
        .Pages("The path after which the page begins.")
        .Answers<PromptPage>()
        .Fails("project_not_found", "invalid_name");

    private async Task<IResult> Handle(Call call)
    {
        var (folder, template) = (call.Query("folder"), IsTemplate(call));
        if (folder is not null && (call.Query("prefix") is not null || template))
            throw new QuireException(ErrorKind.Invalid, "invalid_parameter", "A folder is listed as it is.", "Leave out prefix and template, or the folder.");
        var found = await Find(call, folder, template);
        return Answer.Json(new PromptPage([.. found.Items.Select(PromptListEntry.Of)], found.Next, found.Total) { Folders = folder is null ? null : found.Folders }, QuireJson.Api.PromptPage);
    }

    private Task<PromptList> Find(Call call, string? folder, bool template)
    {
        var (prefix, after, limit) = (call.Query("prefix") ?? "", call.Query("after"), call.Limit());
        if (folder is not null)
            return prompts.InFolder(call.Caller, call.Project, folder, after, limit, call.Cancellation);
        return template
            ? prompts.Templates(call.Caller, call.Project, prefix, after, limit, call.Cancellation)
            : prompts.List(call.Caller, call.Project, prefix, after, limit, call.Cancellation);
    }

    private static bool IsTemplate(Call call) => call.Query("template") switch
    {
        null or "false" => false,
        "true" => true,
        _ => throw new QuireException(ErrorKind.Invalid, "invalid_parameter", "The parameter 'template' is neither true nor false."),
    };
}
