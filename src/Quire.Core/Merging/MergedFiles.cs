using System.Text;
using Quire.Versioning.Merging.Files;
using Quire.Versioning.Objects;
using Quire.Versioning.Trees;

namespace Quire.Core.Merging;

/// <summary>Shows merged files as data. Contents are shown up to a budget, so that a refusal stays an answer of bounded size.</summary>
internal sealed class MergedFiles(IObjectSource objects, MergeLabels labels)
{
    private const int MaxBytes = 8 * 1024 * 1024;
    private static readonly UTF8Encoding Strict = new(false, true);
    private long _shown;

    /// <summary>Shows three versions of one file and what their merge gives.</summary>
    public MergedFile Show(string path, string reason, TreeFile? @base, TreeFile? ours, TreeFile? theirs)
    {
        var texts = Texts(@base, ours, theirs);
        var file = new MergedFile
        {
            Path = path,
            Reason = reason,
            Clean = false,
            Base = Side(@base, texts?[0]),
            Ours = Side(ours, texts?[1]),
            Theirs = Side(theirs, texts?[2]),
        };
        return texts is null ? file : Merged(file, Read(@base), Read(ours), Read(theirs));
    }

    // A file that one side lacks is not settled by merging its text with nothing.
    private MergedFile Merged(MergedFile file, ReadOnlyMemory<byte> @base, ReadOnlyMemory<byte> ours, ReadOnlyMemory<byte> theirs)
    {
        var merge = FileMerger.Merge(@base, ours, theirs, new FileMergeOptions { Labels = labels });
        if (!merge.IsClean && file is { Reason: MergedFile.Together, Base: not null, Ours: not null } && HeadMerger.Merge(file.Path, @base, ours, theirs) is { } byKeys)
            return file with { Clean = true, Content = Encoding.UTF8.GetString(byKeys) };
        return file with
        {
            Clean = merge.IsClean && file is { Reason: MergedFile.Together, Ours: not null },
            Content = Encoding.UTF8.GetString(merge.Content.Span),
            Pieces = [.. merge.Chunks.Select(Piece)],
        };
    }

    private static MergePiece Piece(MergeChunk chunk) => new(
        Kind(chunk.Kind), Text(chunk.Base), Text(chunk.Ours), Text(chunk.Theirs), chunk.OursLine + 1, chunk.TheirsLine + 1);

    private static string Kind(MergeChunkKind kind) => kind switch
    {
        MergeChunkKind.Same => "same",
        MergeChunkKind.Ours => "ours",
        MergeChunkKind.Theirs => "theirs",
        _ => "conflict",
    };

    private static string Text(ReadOnlyMemory<byte> bytes) => Encoding.UTF8.GetString(bytes.Span);

    private static MergeSide? Side(TreeFile? file, string? text) => file is { } found ? new MergeSide(found.Path, found.Id.ToString(), text) : null;

    private string[]? Texts(params IReadOnlyList<TreeFile?> sides)
    {
        var bytes = sides.Select(Read).ToList();
        var size = bytes.Sum(side => (long)side.Length);
        if (_shown + size > MaxBytes || bytes.Any(side => side.Span.Contains((byte)0)))
            return null;
        try
        {
            string[] texts = [.. bytes.Select(side => Strict.GetString(side.Span))];
            _shown += size;
            return texts;
        }
        catch (DecoderFallbackException)
        {
            return null;
        }
    }

    private ReadOnlyMemory<byte> Read(TreeFile? file) => file is { } found ? objects.ReadBlob(found.Id) : default;
}
