using Quire.Core.Merging;

namespace Quire.AspNetCore.Merging;

/// <summary>A file in which two changes met, as data for an editor.</summary>
internal sealed record MergedFileAnswer
{
    /// <summary>Where the result stands.</summary>
    public required string Path { get; init; }

    /// <summary>What happened: <c>merged</c>, <c>contents</c>, <c>binary</c>, <c>modify/delete</c>, <c>rename/rename</c>, ….</summary>
    public required string Reason { get; init; }

    /// <summary>Whether nothing is left to settle.</summary>
    public required bool Clean { get; init; }

    /// <summary>The version that both started from.</summary>
    public MergeSideAnswer? Base { get; init; }

    /// <summary>What the branch has.</summary>
    public MergeSideAnswer? Ours { get; init; }

    /// <summary>What comes in.</summary>
    public MergeSideAnswer? Theirs { get; init; }

    /// <summary>The merged text, conflicts between markers.</summary>
    public string? Content { get; init; }

    /// <summary>The pieces in order.</summary>
    public required IReadOnlyList<MergePieceAnswer> Pieces { get; init; }

    /// <summary>The files as answers.</summary>
    public static IReadOnlyList<MergedFileAnswer> All(IEnumerable<MergedFile> files) => [.. files.Select(Of)];

    /// <summary>One file.</summary>
    public static MergedFileAnswer Of(MergedFile file) => new()
    {
        Path = file.Path,
        Reason = file.Reason,
        Clean = file.Clean,
        Base = MergeSideAnswer.Of(file.Base),
        Ours = MergeSideAnswer.Of(file.Ours),
        Theirs = MergeSideAnswer.Of(file.Theirs),
        Content = file.Content,
        Pieces = [.. file.Pieces.Select(piece => new MergePieceAnswer(piece.Kind, piece.Base, piece.Ours, piece.Theirs, piece.OursLine, piece.TheirsLine))],
    };
}
