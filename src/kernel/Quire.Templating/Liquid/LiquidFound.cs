using Quire.Templating.MergePoints;

namespace Quire.Templating.Liquid;

/// <summary>What reading finds beside the nodes.</summary>
internal sealed class LiquidFound
{
    public List<MergePoint> MergePoints { get; } = [];

    public List<string> References { get; } = [];

    public bool HasDynamicReferences { get; set; }

    public void Reference(string name)
    {
        if (!References.Contains(name)) References.Add(name);
    }
}
