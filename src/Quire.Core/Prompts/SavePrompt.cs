using Quire.Core.Changes;
using Quire.Core.Drafts;
using Quire.Prompts;
using Quire.Versioning.Objects;

namespace Quire.Core.Prompts;

/// <summary>A wish to write one prompt.</summary>
public sealed record SavePrompt
{
    /// <summary>The project's name.</summary>
    public required string Project { get; init; }

    /// <summary>The prompt's path.</summary>
    public required string Path { get; init; }

    /// <summary>The whole file.</summary>
    public required ReadOnlyMemory<byte> Source { get; init; }

    /// <summary>How the file is written down; null keeps what it is, and makes a new one <c>.prompt.md</c>.</summary>
    public PromptFormat? Format { get; init; }

    /// <summary>The commit's message.</summary>
    public required string Message { get; init; }

    /// <summary>The name that the commit carries; null for the key's id.</summary>
    public string? Author { get; init; }

    /// <summary>The branch; null for the default one.</summary>
    public string? Branch { get; init; }

    /// <summary>The head that the caller saw, the zero id where the branch must not have a commit yet; null where that does not matter.</summary>
    public ObjectId? ExpectedHead { get; init; }

    /// <summary>The content that the caller saw, the zero id where the prompt must not be there; null where that does not matter.</summary>
    public ObjectId? ExpectedBlob { get; init; }

    /// <summary>Whether the same text gets a number, too.</summary>
    public bool Register { get; init; }

    /// <summary>Aliases to set on the version that is written.</summary>
    public IReadOnlyList<string> Aliases { get; init; } = [];

    /// <summary>The tags that the prompt gets beside its text; null leaves what they are.</summary>
    public IReadOnlyList<string>? Tags { get; init; }

    /// <summary>The breaks of merge points that the caller accepts.</summary>
    public IReadOnlyList<string> AcceptedBreaks { get; init; } = [];

    /// <summary>Makes a repeated request answer as the first one did.</summary>
    public Idempotency? Idempotency { get; init; }

    /// <summary>The draft that is committed, which goes with the commit; null for none.</summary>
    public Draft? Draft { get; init; }
}
