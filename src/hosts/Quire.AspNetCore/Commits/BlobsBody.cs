namespace Quire.AspNetCore.Commits;

/// <summary>Contents to send before a commit names them.</summary>
internal sealed record BlobsBody
{
    /// <summary>The contents, in order.</summary>
    public required IReadOnlyList<BlobBody> Blobs { get; init; }
}
