namespace Quire.Versioning.Merging.Files;

/// <summary>Lines that at least one side changed, in all three texts.</summary>
internal sealed class MergeRegion(MergeChunkKind kind, int baseStart, int baseEnd, int oursStart, int oursEnd, int theirsStart, int theirsEnd)
{
    public MergeChunkKind Kind { get; set; } = kind;

    public int BaseStart { get; } = baseStart;

    public int BaseEnd { get; set; } = baseEnd;

    public int OursStart { get; } = oursStart;

    public int OursEnd { get; set; } = oursEnd;

    public int TheirsStart { get; } = theirsStart;

    public int TheirsEnd { get; set; } = theirsEnd;

    public bool IsConflict => Kind == MergeChunkKind.Conflict;

    /// <summary>Takes a region in that follows or touches this one.</summary>
    public void Extend(MergeRegion next)
    {
        if (next.Kind != Kind)
            Kind = MergeChunkKind.Conflict;
        BaseEnd = next.BaseEnd;
        OursEnd = next.OursEnd;
        TheirsEnd = next.TheirsEnd;
    }
}
