using Quire.Core.Changes;
using Quire.Core.Errors;
using Quire.Core.History;
using Quire.Versioning.Objects;

namespace Quire.AspNetCore.Commits;

/// <summary>Changes to commit to a branch, all of them or none.</summary>
internal sealed record CommitBody
{
    /// <summary>The branch; absent for the default one.</summary>
    public string? Branch { get; init; }

    /// <summary>The head that the caller saw; forty zeros where the branch must not have a commit yet; absent where that does not matter.</summary>
    public string? ExpectedHead { get; init; }

    /// <summary>The message.</summary>
    public required string Message { get; init; }

    /// <summary>The name that the commit carries; absent for the key's id.</summary>
    public string? Author { get; init; }

    /// <summary>The files to set or remove, in order.</summary>
    public IReadOnlyList<FileChangeBody>? Changes { get; init; }

    /// <summary>Prompts that get a number even where their text is unchanged.</summary>
    public IReadOnlyList<string>? Register { get; init; }

    /// <summary>Aliases to set with the commit.</summary>
    public IReadOnlyList<AliasBody>? Aliases { get; init; }

    /// <summary>The breaks of merge points that the caller accepts, as a refusal named them.</summary>
    public IReadOnlyList<string>? AcceptBreaks { get; init; }

    /// <summary>The request as Core takes it.</summary>
    /// <exception cref="QuireException"><c>invalid_change</c>, <c>invalid_commit</c>.</exception>
    public CommitRequest ToRequest(string project, Idempotency? idempotency)
    {
        var expected = ExpectedHead is null ? (ObjectId?)null : Heads.Parse(ExpectedHead);
        return new CommitRequest
        {
            Project = project,
            Branch = Branch,
            ExpectedHead = expected is { IsZero: false } ? expected : null,
            ExpectEmpty = expected is { IsZero: true },
            Message = Message,
            Author = Author,
            Changes = [.. (Changes ?? []).Select(change => change.ToChange())],
            Register = Register ?? [],
            Moves = [.. (Aliases ?? []).Select(alias => alias.ToMove())],
            AcceptedBreaks = AcceptBreaks ?? [],
            Idempotency = idempotency,
        };
    }
}
