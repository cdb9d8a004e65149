using Quire.Core.Errors;
using Quire.Versioning.Objects;

namespace Quire.Storage.Objects;

/// <summary>Reads many objects with few queries: their rows at once, then the bases of all of them, a step down the chains at a time.</summary>
internal sealed class ObjectBatch(ObjectRows rows)
{
    private readonly Dictionary<ObjectId, StoredObject> _rows = [];

    /// <summary>The objects that are there, one body at a time; what is damaged is told and left out.</summary>
    public IEnumerable<GitObject> Read(IReadOnlyCollection<ObjectId> ids, Action<ObjectId, string> damaged)
    {
        Load(ids);
        foreach (var id in ids)
        {
            if (_rows.TryGetValue(id, out var row) && TryMaterialize(row, damaged) is { } found)
                yield return found;
        }
    }

    private static GitObject? TryMaterialize(IReadOnlyList<StoredObject> chain, Action<ObjectId, string> damaged)
    {
        try
        {
            return ObjectRows.Materialize(chain);
        }
        catch (QuireException error) when (error.Error.Code == StoreCodes.Damaged)
        {
            damaged(chain[0].Id, error.Message);
            return null;
        }
    }

    private GitObject? TryMaterialize(StoredObject row, Action<ObjectId, string> damaged)
    {
        var chain = new List<StoredObject> { row };
        while (chain.Count <= DeltaLimits.Depth && chain[^1].DeltaBase is { } below && _rows.TryGetValue(below, out var next))
            chain.Add(next);
        return TryMaterialize(chain, damaged);
    }

    private void Load(IReadOnlyCollection<ObjectId> ids)
    {
        IReadOnlyCollection<ObjectId> open = ids;
        for (var step = 0; step <= DeltaLimits.Depth && open.Count > 0; step++)
        {
            foreach (var row in rows.Select(ObjectRows.Many, open, ObjectRows.Read))
                _rows[row.Id] = row;
            open = [.. open.Select(id => _rows.GetValueOrDefault(id)?.DeltaBase).OfType<ObjectId>().Where(id => !_rows.ContainsKey(id)).Distinct()];
        }
    }
}
