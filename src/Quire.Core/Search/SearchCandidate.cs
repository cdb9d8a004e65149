namespace Quire.Core.Search;

/// <summary>A prompt that matches, before it is ranked.</summary>
/// <param name="PromptId">Its id.</param>
/// <param name="ProjectId">Its project.</param>
/// <param name="Number">Its latest version.</param>
/// <param name="Path">Its path.</param>
/// <param name="Description">What it is for; empty for nothing.</param>
/// <param name="Tags">Its tags.</param>
/// <param name="Body">Its text, or at least the beginning that was asked for.</param>
public sealed record SearchCandidate(long PromptId, long ProjectId, long Number, string Path, string Description, IReadOnlyList<string> Tags, string Body)
{
    /// <summary>Whether <see cref="Body"/> is all of its text.</summary>
    public required bool IsWhole { get; init; }

    /// <summary>The layer of a contribution.</summary>
    public string? Layer { get; init; }

    /// <summary>The scope of a contribution.</summary>
    public string? Scope { get; init; }
}
