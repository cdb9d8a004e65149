using Quire.Versioning.Objects;

namespace Quire.Storage.Objects;

/// <summary>Decides for new objects which of them are stored as deltas: trees that were made from another tree, where that is smaller.</summary>
internal sealed class DeltaPlan(ObjectRows rows)
{
    // Below this the rows cost more than the bytes that a delta saves.
    private const int SmallestTree = 128;

    private readonly Dictionary<ObjectId, (GitObject Value, int Depth)> _bases = [];

    /// <summary>The rows of new objects, in their order.</summary>
    public IEnumerable<StoredObject> Rows(IReadOnlyCollection<StagedObject> objects)
    {
        LoadBases(objects);
        foreach (var staged in objects)
        {
            var row = Row(staged);
            // A later tree of the same change may have been made from this one.
            if (staged.Value.Kind == ObjectKind.Tree)
                _bases[row.Id] = (staged.Value, row.DeltaDepth);
            yield return row;
        }
    }

    private StoredObject Row(StagedObject staged)
    {
        var whole = StoredObject.Whole(staged.Value);
        return IsCandidate(staged) && _bases.TryGetValue(staged.MadeFrom!.Value, out var found) && found.Depth < DeltaLimits.Depth
            ? whole.OrDelta(staged.Value, found.Value, found.Depth)
            : whole;
    }

    private void LoadBases(IReadOnlyCollection<StagedObject> objects)
    {
        var wanted = objects.Where(IsCandidate).Select(staged => staged.MadeFrom!.Value).ToHashSet();
        foreach (var row in rows.Select(ObjectRows.Many, wanted, ObjectRows.Read).Where(row => row.Kind == ObjectKind.Tree && row.DeltaDepth < DeltaLimits.Depth))
            _bases[row.Id] = (rows.Materialize(row), row.DeltaDepth);
    }

    private static bool IsCandidate(StagedObject staged) =>
        staged is { MadeFrom: not null, Value: { Kind: ObjectKind.Tree, Body.Length: >= SmallestTree } } && staged.MadeFrom != staged.Value.Id;
}
