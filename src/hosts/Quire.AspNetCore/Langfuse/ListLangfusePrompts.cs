using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Quire.AspNetCore.Answers;
using Quire.AspNetCore.Pipeline;
using Quire.AspNetCore.Routes;
using Quire.Core.Access;
using Quire.Core.Langfuse;

namespace Quire.AspNetCore.Langfuse;

/// <summary>Lists prompts for Langfuse's clients, in numbered pages.</summary>
internal sealed class ListLangfusePrompts(LangfuseLister prompts) : IRoute
{
    private const int MaxPage = 1_000_000;
    private const int MaxLimit = 100;
    private const int UsualLimit = 10;

    /// <inheritdoc/>
    public void Map(IEndpointRouteBuilder routes) => routes.Get("/api/public/v2/prompts", Handle)
        .Requires(Permissions.Read)
        .Speaks(LangfuseProtocol.Instance)
        .TakesVersionOrLabel()
        .Query("name", "The name of a prompt.")
        .Query("tag", "A tag of prompts.")
        .Query("page", "The page, from 1.", "integer")
        .Query("limit", "The prompts of a page, 1 to 100; 10 where it is absent.", "integer")
        .Query("fromUpdatedAt", "Versions made or labelled then or later.")
        .Query("toUpdatedAt", "Versions made or labelled earlier.");

    private async Task<IResult> Handle(Call call)
    {
        var page = call.Number("page", MaxPage, 1);
        var limit = call.Number("limit", MaxLimit, UsualLimit);
        var filter = new LangfuseFilter
        {
            Name = call.Text("name"),
            Tag = call.Text("tag"),
            Label = call.Text("label"),
            Version = call.Version(),
            From = call.Moment("fromUpdatedAt"),
            To = call.Moment("toUpdatedAt"),
        };
        var (items, total) = await prompts.List(call.Caller, call.Project, filter, page, limit, call.Cancellation);
        return new RawAnswer(LangfuseAnswers.List(items, page, limit, total), LangfuseAnswers.ContentType);
    }
}
