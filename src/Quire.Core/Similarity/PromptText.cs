namespace Quire.Core.Similarity;

/// <summary>What is compared of a prompt: the latest version of a standing one.</summary>
/// <param name="PromptId">The prompt.</param>
/// <param name="ProjectId">Its project.</param>
/// <param name="Number">The version.</param>
/// <param name="Path">Its path.</param>
/// <param name="Description">What it is for; empty for nothing.</param>
/// <param name="Tags">Its tags.</param>
/// <param name="Body">Its templates, without front matter; empty where the version does not parse.</param>
internal sealed record PromptText(long PromptId, long ProjectId, long Number, string Path, string Description, IReadOnlyList<string> Tags, string Body)
{
    /// <summary>The layer of a contribution.</summary>
    public string? Layer { get; init; }

    /// <summary>The scope of a contribution.</summary>
    public string? Scope { get; init; }
}
