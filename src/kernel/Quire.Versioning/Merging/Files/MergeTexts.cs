using Quire.Versioning.Diffs.Lines;

namespace Quire.Versioning.Merging.Files;

/// <summary>The three texts of a merge.</summary>
internal sealed record MergeTexts(LineFile Base, LineFile Ours, LineFile Theirs)
{
    /// <summary>The pieces that regions cut the texts into.</summary>
    public List<MergeChunk> Chunks(List<MergeRegion> regions)
    {
        var chunks = new List<MergeChunk>((regions.Count * 2) + 1);
        int b = 0, o = 0, t = 0;
        foreach (var region in regions)
        {
            AddSame(chunks, b, o, region.OursStart, t, region.TheirsStart);
            chunks.Add(new MergeChunk(
                region.Kind,
                Base.Lines(region.BaseStart, region.BaseEnd - region.BaseStart),
                Ours.Lines(region.OursStart, region.OursEnd - region.OursStart),
                Theirs.Lines(region.TheirsStart, region.TheirsEnd - region.TheirsStart),
                region.BaseStart,
                region.OursStart,
                region.TheirsStart));
            (b, o, t) = (region.BaseEnd, region.OursEnd, region.TheirsEnd);
        }
        AddSame(chunks, b, o, Ours.Count, t, Theirs.Count);
        return chunks;
    }

    private void AddSame(List<MergeChunk> chunks, int b, int o, int oEnd, int t, int tEnd)
    {
        if (o == oEnd && t == tEnd)
            return;
        var text = Ours.Lines(o, oEnd - o);
        chunks.Add(new MergeChunk(MergeChunkKind.Same, text, text, Theirs.Lines(t, tEnd - t), b, o, t));
    }
}
