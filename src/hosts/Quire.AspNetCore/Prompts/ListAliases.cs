using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Quire.AspNetCore.Answers;
using Quire.AspNetCore.Pipeline;
using Quire.AspNetCore.Routes;
using Quire.Core.Access;
using Quire.Core.Prompts;

namespace Quire.AspNetCore.Prompts;

/// <summary>Lists the aliases of a prompt.</summary>
internal sealed class ListAliases(PromptLister prompts) : IRoute
{
    /// <inheritdoc/>
    public void Map(IEndpointRouteBuilder routes) => routes.Get("/api/v1/orgs/{organisation}/projects/{project}/prompts/{path}/aliases", Handle)
        .Requires(Permissions.Read)
        .Named("listAliases", "Lists the aliases of a prompt, by name.")
        .Answers<AliasList>()
        .Fails("project_not_found", "prompt_not_found", "invalid_name");

    private async Task<IResult> Handle(Call call)
    {
        var found = await prompts.Aliases(call.Caller, call.Project, call.Path.Value, call.Cancellation);
        return Answer.Json(new AliasList([.. found.Select(alias => new AliasEntry(alias.Name, alias.Number, alias.UpdatedAt))]), QuireJson.Api.AliasList);
    }
}
