namespace Quire.Core.Merging;

/// <summary>A file in which two changes met, as data: an editor can settle it piece by piece.</summary>
public sealed record MergedFile
{
    /// <summary>The reason of a file that both sides have and that was merged whole.</summary>
    internal const string Together = "merged";

    /// <summary>Where the result stands.</summary>
    public required string Path { get; init; }

    /// <summary>What happened: <c>merged</c>, <c>contents</c>, <c>binary</c>, <c>modify/delete</c>, <c>rename/rename</c>, ….</summary>
    public required string Reason { get; init; }

    /// <summary>Whether nothing is left to settle.</summary>
    public required bool Clean { get; init; }

    /// <summary>The version that both started from; null where there is none.</summary>
    public MergeSide? Base { get; init; }

    /// <summary>Our version, what the branch has; null where it has none.</summary>
    public MergeSide? Ours { get; init; }

    /// <summary>Their version, what comes in; null where they have none.</summary>
    public MergeSide? Theirs { get; init; }

    /// <summary>The merged text, conflicts between markers; null where it is no text, or too long to be shown.</summary>
    public string? Content { get; init; }

    /// <summary>The pieces in order; none where <see cref="Content"/> is null, and where the front matter was merged key by key.</summary>
    public IReadOnlyList<MergePiece> Pieces { get; init; } = [];
}
