using Quire.Versioning.Objects;

namespace Quire.Storage.Objects;

/// <summary>Decides for new objects which of them are stored as deltas: trees that were made from another tree, where that is smaller.</summary>
internal sealed class DeltaPlan(ObjectRows rows)
{
    // Below this the rows cost more than the bytes that a delta saves.
    private const int SmallestTree = 128;

    private readonly Dictionary<ObjectId, DeltaNode> _nodes = [];

    /// <summary>The rows of new objects, in their order.</summary>
    public IEnumerable<StoredObject> Rows(IEnumerable<StagedObject> objects)
    {
        foreach (var staged in objects)
        {
            var row = Row(staged);
            // A later tree of the same change may have been made from this one.
            if (row.Kind == ObjectKind.Tree)
                _nodes[row.Id] = new DeltaNode(row, staged.Value);
            yield return row;
        }
    }

    private StoredObject Row(StagedObject staged)
    {
        if (!IsCandidate(staged))
            return StoredObject.Whole(staged.Value);
        var chain = Chain(staged.MadeFrom!.Value);
        return Choose(chain) is { } chosen
            ? StoredObject.Smaller(staged.Value, chosen.Base.Value ?? rows.Materialize(chosen.Base.Row), chosen.Base.Row.DeltaDepth, chosen.Level)
            : StoredObject.Whole(staged.Value);
    }

    // From the tree that it was made from down to the whole one; empty where there is no such tree.
    private List<DeltaNode> Chain(ObjectId top)
    {
        if (!_nodes.ContainsKey(top))
            Load(top);
        var chain = new List<DeltaNode>();
        for (ObjectId? next = top; next is { } id && chain.Count <= DeltaLimits.Depth && _nodes.TryGetValue(id, out var node); next = node.Row.DeltaBase)
            chain.Add(node);
        return chain;
    }

    private void Load(ObjectId top)
    {
        foreach (var row in rows.Chain(top).Where(row => row.Kind == ObjectKind.Tree))
            _nodes.TryAdd(row.Id, new DeltaNode(row, null));
    }

    private static (DeltaNode Base, int Level)? Choose(List<DeltaNode> chain)
    {
        var at = 0;
        for (var level = 0; level < DeltaLimits.Levels && at < chain.Count; level++)
        {
            var run = 0;
            while (at + run < chain.Count && chain[at + run].Row is { DeltaBase: not null } row && row.DeltaLevel == level)
                run++;
            if (run < DeltaLimits.Run && chain[at].Row.DeltaDepth < DeltaLimits.Depth)
                return (chain[at], level);
            at += run;
        }
        return null;
    }

    private static bool IsCandidate(StagedObject staged) =>
        staged is { MadeFrom: not null, Value: { Kind: ObjectKind.Tree, Body.Length: >= SmallestTree } } && staged.MadeFrom != staged.Value.Id;
}
