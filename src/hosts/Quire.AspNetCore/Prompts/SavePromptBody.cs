namespace Quire.AspNetCore.Prompts;

/// <summary>A prompt to write: as a whole file in <c>source</c>, or as parts, of which <c>template</c> or <c>messages</c> is one.</summary>
internal sealed record SavePromptBody : PromptPartsBody
{
    /// <summary>The template of a text prompt.</summary>
    public string? Template { get; init; }

    /// <summary><c>text</c> or <c>chat</c>; absent for what <c>template</c> or <c>messages</c> say.</summary>
    public string? Type { get; init; }

    /// <summary>The commit's message.</summary>
    public required string Message { get; init; }

    /// <summary>The name that the commit carries; absent for the key's id.</summary>
    public string? Author { get; init; }

    /// <summary>The branch; absent for the default one.</summary>
    public string? Branch { get; init; }

    /// <summary>Aliases to set on the version that is written.</summary>
    public IReadOnlyList<string>? Aliases { get; init; }

    /// <summary>Whether the same text gets a number, too.</summary>
    public bool Register { get; init; }

    /// <summary>The breaks of merge points that the caller accepts, as a refusal named them.</summary>
    public IReadOnlyList<string>? AcceptBreaks { get; init; }
}
