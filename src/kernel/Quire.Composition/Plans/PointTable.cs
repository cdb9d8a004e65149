using Quire.Prompts.PromptFiles;

namespace Quire.Composition.Plans;

/// <summary>The merge points of a base prompt by name.</summary>
internal sealed class PointTable
{
    private readonly Dictionary<string, DeclaredPoint> _byName = new(StringComparer.Ordinal);

    private PointTable(IReadOnlyList<DeclaredPoint> points)
    {
        All = points;
        foreach (var point in points)
        {
            if (!_byName.TryAdd(point.Name, point))
                Repeated.Add(point);
        }
    }

    public IReadOnlyList<DeclaredPoint> All { get; }

    /// <summary>Points whose name another point already has.</summary>
    public List<DeclaredPoint> Repeated { get; } = [];

    public DeclaredPoint? Find(string name) => _byName.GetValueOrDefault(name);

    public static PointTable Of(PromptFile file) => new(DeclaredPoint.Of(file));
}
