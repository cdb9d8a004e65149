namespace Quire.Versioning.Merging.Files;

/// <summary>
/// One piece of a merged file. The pieces in order cover our file and their file completely. The base of a conflict is what both sides
/// started from; where a conflict was narrowed to the lines that really differ, it is the nearest range of base lines.
/// </summary>
/// <param name="Kind">What the piece is.</param>
/// <param name="Base">The bytes in the common ancestor; for <see cref="MergeChunkKind.Same"/> those of our side.</param>
/// <param name="Ours">The bytes on our side.</param>
/// <param name="Theirs">The bytes on their side.</param>
/// <param name="BaseLine">The first line in the common ancestor, counted from 0.</param>
/// <param name="OursLine">The first line on our side, counted from 0.</param>
/// <param name="TheirsLine">The first line on their side, counted from 0.</param>
public sealed record MergeChunk(
    MergeChunkKind Kind,
    ReadOnlyMemory<byte> Base,
    ReadOnlyMemory<byte> Ours,
    ReadOnlyMemory<byte> Theirs,
    int BaseLine,
    int OursLine,
    int TheirsLine);
