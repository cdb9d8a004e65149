using Quire.AspNetCore.Commits;
using Quire.AspNetCore.Pipeline;
using Quire.Core.Changes;
using Quire.Core.Errors;
using Quire.Core.History;
using Quire.Prompts.Names;
using Quire.Versioning.Objects;

namespace Quire.AspNetCore.History;

/// <summary>Makes moves of branches.</summary>
/// <param name="history">Where branches and commits are.</param>
internal sealed class BranchMoves(HistoryReader history)
{
    private const string Prefix = "refs/heads/";

    /// <summary>The move that creates a branch or makes it stand at a commit.</summary>
    /// <exception cref="QuireException"><c>commit_not_found</c>, <c>invalid_commit</c>, <c>invalid_name</c>.</exception>
    public async Task<BranchMove> To(Call call, SetBranchBody body)
    {
        var name = Name(call);
        var commit = await history.Show(call.Caller, call.Project, body.Head, call.Cancellation);
        var expected = body.ExpectedHead is { } seen ? Heads.Parse(seen) : await Current(call, name);
        return new BranchMove(Prefix + name, expected is { IsZero: false } ? expected : null, commit.Commit.Id) { Force = body.Force };
    }

    /// <summary>The move that deletes a branch.</summary>
    /// <exception cref="QuireException"><c>ref_not_found</c>, <c>invalid_commit</c>, <c>invalid_name</c>.</exception>
    public async Task<BranchMove> Deletion(Call call)
    {
        var name = Name(call);
        var found = await history.Branch(call.Caller, call.Project, name, call.Cancellation);
        return new BranchMove(Prefix + name, ExpectedHead.Of(call) ?? found.Target, null);
    }

    private static string Name(Call call) =>
        RefName.TryParse(call.Value("branch"), out var name, out var error) ? name.Value : throw error.AsException();

    private async Task<ObjectId?> Current(Call call, string name)
    {
        var branches = await history.Branches(call.Caller, call.Project, call.Cancellation);
        return branches.FirstOrDefault(branch => branch.Name == Prefix + name)?.Target;
    }
}
