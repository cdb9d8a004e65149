using Quire.AspNetCore.Pipeline;
using Quire.Core.History;
using Quire.Versioning.History;

namespace Quire.AspNetCore.History;

/// <summary>Reads pages of commits.</summary>
/// <param name="history">Where they are.</param>
internal sealed class CommitLog(HistoryReader history)
{
    /// <summary>The page that a request asks for.</summary>
    /// <param name="call">The request.</param>
    /// <param name="branch">The branch; null for the default one.</param>
    /// <param name="path">A file or folder that the commits must have changed; null for all.</param>
    /// <exception cref="Quire.Core.Errors.QuireException"><c>invalid_cursor</c>, <c>ref_not_found</c>.</exception>
    public async Task<CommitPage> Page(Call call, string? branch, string? path)
    {
        var query = new LogQuery { Path = string.IsNullOrEmpty(path) ? null : path, PageSize = call.Limit(), Cursor = call.Query("after") };
        return Of(await history.Log(call.Caller, call.Project, branch, query, call.Cancellation));
    }

    /// <summary>The page of a prompt's history that a request asks for.</summary>
    /// <exception cref="Quire.Core.Errors.QuireException"><c>invalid_cursor</c>, <c>prompt_not_found</c>.</exception>
    public async Task<CommitPage> OfPrompt(Call call, string path) =>
        Of(await history.PromptLog(call.Caller, call.Project, path, call.Query("after"), call.Limit(), call.Cancellation));

    private static CommitPage Of(Core.History.LogPage page) => new([.. page.Commits.Select(CommitAnswer.Of)], page.Next);
}
