using Quire.Core.Changes;
using Quire.Core.Drafts;

namespace Quire.AspNetCore.Drafts;

/// <summary>How a draft is committed.</summary>
internal sealed record CommitDraftBody
{
    /// <summary>The commit's message.</summary>
    public required string Message { get; init; }

    /// <summary>The name that the commit carries; absent for the key's id.</summary>
    public string? Author { get; init; }

    /// <summary>The branch; absent for the default one.</summary>
    public string? Branch { get; init; }

    /// <summary>Aliases to set on the version that is written.</summary>
    public IReadOnlyList<string>? Aliases { get; init; }

    /// <summary>The breaks of merge points that the caller accepts, as a refusal named them.</summary>
    public IReadOnlyList<string>? AcceptBreaks { get; init; }

    /// <summary>The wish as Core takes it.</summary>
    public FinishDraft ToWish(string project, string path, Idempotency? idempotency) => new()
    {
        Project = project,
        Path = path,
        Branch = Branch,
        Message = Message,
        Author = Author,
        Aliases = Aliases ?? [],
        AcceptedBreaks = AcceptBreaks ?? [],
        Idempotency = idempotency,
    };
}
