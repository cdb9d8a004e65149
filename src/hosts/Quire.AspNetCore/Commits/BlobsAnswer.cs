namespace Quire.AspNetCore.Commits;

/// <summary>The ids of contents that are stored.</summary>
/// <param name="Ids">In the order of the request.</param>
internal sealed record BlobsAnswer(IReadOnlyList<string> Ids);
