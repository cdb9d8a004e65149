using Quire.AspNetCore.Commits;
using Quire.AspNetCore.Pipeline;
using Quire.Core.Errors;
using Quire.Core.History;
using Quire.Versioning;
using Quire.Versioning.Objects;

namespace Quire.AspNetCore.History;

/// <summary>Reads pages of commits.</summary>
/// <param name="history">Where they are.</param>
internal sealed class CommitLog(HistoryReader history)
{
    /// <summary>The page that a request asks for.</summary>
    /// <param name="call">The request.</param>
    /// <param name="branch">The branch; null for the default one.</param>
    /// <param name="path">A file or folder that the commits must have changed; null for all.</param>
    /// <exception cref="QuireException"><c>invalid_commit</c>, <c>commit_not_found</c>, <c>ref_not_found</c>.</exception>
    public async Task<CommitPage> Page(Call call, string? branch, string? path)
    {
        var limit = call.Limit();
        var after = call.Query("after") is { } text ? Heads.Parse(text) : (ObjectId?)null;
        var found = await Read(call, branch, path, after, limit);
        return new CommitPage([.. found.Select(CommitAnswer.Of)], found.Count == limit ? found[^1].Id.ToString() : null);
    }

    private async Task<IReadOnlyList<Versioning.Commits.Commit>> Read(Call call, string? branch, string? path, ObjectId? after, int limit)
    {
        try
        {
            return await history.Log(call.Caller, call.Project, branch, path, after, limit, call.Cancellation);
        }
        catch (VersioningException) when (after is not null)
        {
            throw new QuireException(ErrorKind.NotFound, "commit_not_found", $"There is no commit {after} in '{call.Project}'.", "Send what the page before said as next.");
        }
    }
}
