using System.Buffers;

namespace Quire.Versioning.Merging.Files;

/// <summary>The result of merging one file: its pieces, and the whole text with conflicts marked.</summary>
public sealed class FileMerge
{
    internal FileMerge(IReadOnlyList<MergeChunk> chunks, ReadOnlyMemory<byte> content)
    {
        Chunks = chunks;
        Content = content;
        ConflictCount = chunks.Count(c => c.Kind == MergeChunkKind.Conflict);
    }

    /// <summary>Whether nothing conflicts.</summary>
    public bool IsClean => ConflictCount == 0;

    /// <summary>How many pieces conflict.</summary>
    public int ConflictCount { get; }

    /// <summary>The pieces in order.</summary>
    public IReadOnlyList<MergeChunk> Chunks { get; }

    /// <summary>The merged text; conflicts stand in it between markers, byte for byte as git writes them.</summary>
    public ReadOnlyMemory<byte> Content { get; }

    /// <summary>The text with each conflict replaced by the caller's choice.</summary>
    /// <param name="resolutions">One text per conflict, in order.</param>
    /// <exception cref="ArgumentException">The number of texts is not the number of conflicts.</exception>
    public byte[] Resolve(IReadOnlyList<ReadOnlyMemory<byte>> resolutions)
    {
        if (resolutions.Count != ConflictCount)
            throw new ArgumentException($"The merge has {ConflictCount} conflicts, but {resolutions.Count} resolutions were given.", nameof(resolutions));
        var output = new ArrayBufferWriter<byte>(Math.Max(16, Content.Length));
        var next = 0;
        foreach (var chunk in Chunks)
        {
            var text = chunk.Kind switch
            {
                MergeChunkKind.Conflict => resolutions[next++],
                MergeChunkKind.Theirs => chunk.Theirs,
                _ => chunk.Ours,
            };
            output.Write(text.Span);
        }
        return output.WrittenSpan.ToArray();
    }
}
