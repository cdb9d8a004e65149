namespace Quire.Core.Search;

/// <summary>A prompt that matches, before it is ranked.</summary>
/// <param name="PromptId">Its id.</param>
/// <param name="ProjectId">Its project.</param>
/// <param name="Number">Its latest version.</param>
/// <param name="Path">Its path.</param>
/// <param name="Description">What it is for; empty for nothing.</param>
/// <param name="Tags">Its tags.</param>
/// <param name="Body">The beginning of its text.</param>
public sealed record SearchCandidate(long PromptId, long ProjectId, long Number, string Path, string Description, IReadOnlyList<string> Tags, string Body)
{
    /// <summary>The layer of a contribution.</summary>
    public string? Layer { get; init; }

    /// <summary>The scope of a contribution.</summary>
    public string? Scope { get; init; }
}
