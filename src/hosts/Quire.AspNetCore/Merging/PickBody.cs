using Quire.AspNetCore.Commits;
using Quire.Core.Changes;
using Quire.Core.Errors;
using Quire.Core.Merging;

namespace Quire.AspNetCore.Merging;

/// <summary>A commit to take back, or to apply to another branch.</summary>
internal sealed record PickBody
{
    /// <summary>The branch; absent for the default one.</summary>
    public string? Branch { get; init; }

    /// <summary>The commit: a branch, a tag, or <c>sha:</c> and the digits of a commit.</summary>
    public required string Commit { get; init; }

    /// <summary>For a merge commit: the parent that counts as its mainline, from 1.</summary>
    public int Mainline { get; init; }

    /// <summary>The commit's message; absent for one that Quire writes.</summary>
    public string? Message { get; init; }

    /// <summary>The head of the branch that the caller saw; absent where that does not matter.</summary>
    public string? ExpectedHead { get; init; }

    /// <summary>What conflicted paths shall be, each with one of <c>content</c>, <c>base64</c>, <c>blob</c> and <c>delete</c>.</summary>
    public IReadOnlyList<FileChangeBody>? Resolutions { get; init; }

    /// <summary>Whether only the result is told and nothing is changed.</summary>
    public bool DryRun { get; init; }

    /// <summary>The breaks of merge points that the caller accepts, as a refusal named them.</summary>
    public IReadOnlyList<string>? AcceptBreaks { get; init; }

    /// <summary>The name that the commit carries; absent for the key's id.</summary>
    public string? Author { get; init; }

    /// <summary>The request as Core takes it.</summary>
    /// <exception cref="QuireException"><c>invalid_change</c>, <c>invalid_commit</c>.</exception>
    public PickRequest ToRequest(string project, Idempotency? idempotency) => new()
    {
        Project = project,
        Branch = Branch,
        Commit = Commit,
        Mainline = Mainline,
        Message = Message,
        ExpectedHead = ExpectedHead is null ? null : Heads.Parse(ExpectedHead),
        Resolutions = [.. (Resolutions ?? []).Select(change => change.ToChange())],
        DryRun = DryRun,
        AcceptedBreaks = AcceptBreaks ?? [],
        Author = Author,
        Idempotency = idempotency,
    };
}
