namespace Quire.AspNetCore.Commits;

/// <summary>One content to send before a commit names it: <c>content</c> or <c>base64</c>.</summary>
internal sealed record BlobBody
{
    /// <summary>The content as text.</summary>
    public string? Content { get; init; }

    /// <summary>The content, in base64.</summary>
    public string? Base64 { get; init; }
}
