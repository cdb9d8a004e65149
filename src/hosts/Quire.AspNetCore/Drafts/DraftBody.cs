using Quire.AspNetCore.Commits;
using Quire.AspNetCore.Prompts;
using Quire.Core.Drafts;
using Quire.Core.Errors;

namespace Quire.AspNetCore.Drafts;

/// <summary>A text to keep for later.</summary>
internal sealed record DraftBody
{
    /// <summary>The whole file, which need not parse yet.</summary>
    public required string Source { get; init; }

    /// <summary>How <c>source</c> is written down: <c>markdown</c>, <c>yaml</c> or <c>text</c>; absent for what the file is, and for <c>markdown</c> where it is new.</summary>
    public string? Format { get; init; }

    /// <summary>The commit that the text started from; absent keeps the draft's own, and takes the branch's head for a new one.</summary>
    public string? Base { get; init; }

    /// <summary>The branch; absent for the default one.</summary>
    public string? Branch { get; init; }

    /// <summary>The wish as Core takes it.</summary>
    /// <exception cref="QuireException"><c>invalid_prompt</c>, <c>invalid_commit</c>.</exception>
    public KeepDraft ToWish(string project, string path) => new()
    {
        Project = project,
        Path = path,
        Branch = Branch,
        Text = Source,
        Format = PromptFileText.Format(Format),
        Base = Base is null ? null : Heads.Parse(Base),
    };
}
