using Quire.AspNetCore.Commits;
using Quire.Core.Changes;
using Quire.Core.Errors;
using Quire.Core.Merging;

namespace Quire.AspNetCore.Merging;

/// <summary>One history to bring into a branch.</summary>
internal sealed record MergeBody
{
    /// <summary>The branch that takes the change; absent for the default one.</summary>
    public string? Into { get; init; }

    /// <summary>What comes in: a branch, a tag, or <c>sha:</c> and the digits of a commit.</summary>
    public required string From { get; init; }

    /// <summary><c>auto</c> (the default), <c>merge</c>, <c>squash</c> or <c>ff-only</c>.</summary>
    public string? Mode { get; init; }

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
    /// <exception cref="QuireException"><c>invalid_value</c>, <c>invalid_change</c>, <c>invalid_commit</c>.</exception>
    public MergeRequest ToRequest(string project, Idempotency? idempotency) => new()
    {
        Project = project,
        Into = Into,
        From = From,
        Mode = ModeOf(Mode),
        Message = Message,
        ExpectedHead = ExpectedHead is null ? null : Heads.Parse(ExpectedHead),
        Resolutions = [.. (Resolutions ?? []).Select(change => change.ToChange())],
        DryRun = DryRun,
        AcceptedBreaks = AcceptBreaks ?? [],
        Author = Author,
        Idempotency = idempotency,
    };

    private static MergeMode ModeOf(string? word) => word switch
    {
        null or "auto" => MergeMode.Auto,
        "merge" => MergeMode.Merge,
        "squash" => MergeMode.Squash,
        "ff-only" => MergeMode.FastForwardOnly,
        _ => throw new QuireException(ErrorKind.Invalid, "invalid_value", "The mode is no way to merge.", "Modes are auto, merge, squash and ff-only."),
    };
}
