using Quire.AspNetCore.Commits;
using Quire.Core.Changes;
using Quire.Core.History;

namespace Quire.AspNetCore.History;

/// <summary>A path to make what it was in a commit.</summary>
internal sealed record RestoreBody
{
    /// <summary>The file or folder.</summary>
    public required string Path { get; init; }

    /// <summary>Where it is taken from: a branch, a tag, or <c>sha:</c> and the digits of a commit.</summary>
    public required string From { get; init; }

    /// <summary>The branch; absent for the default one.</summary>
    public string? Branch { get; init; }

    /// <summary>The head of the branch that the caller saw; absent where that does not matter.</summary>
    public string? ExpectedHead { get; init; }

    /// <summary>The commit's message; absent for one that names path and source.</summary>
    public string? Message { get; init; }

    /// <summary>The name that the commit carries; absent for the key's id.</summary>
    public string? Author { get; init; }

    /// <summary>The breaks of merge points that the caller accepts, as a refusal named them.</summary>
    public IReadOnlyList<string>? AcceptBreaks { get; init; }

    /// <summary>The request as Core takes it.</summary>
    public RestoreRequest ToRequest(string project, Idempotency? idempotency) => new()
    {
        Project = project,
        Path = Path,
        From = From,
        Branch = Branch,
        ExpectedHead = ExpectedHead is null ? null : Heads.Parse(ExpectedHead),
        Message = Message,
        Author = Author,
        AcceptedBreaks = AcceptBreaks ?? [],
        Idempotency = idempotency,
    };
}
