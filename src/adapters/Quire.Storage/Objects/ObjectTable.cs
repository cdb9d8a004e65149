using System.Data.Common;
using System.Diagnostics.CodeAnalysis;
using Quire.Core.Objects;
using Quire.Storage.Sessions;
using Quire.Versioning.Objects;

namespace Quire.Storage.Objects;

/// <inheritdoc cref="IObjects"/>
internal sealed class ObjectTable(Db db, TimeProvider time) : IObjects
{
    private const string Next = "SELECT oid FROM objects WHERE project_id = @projectId AND oid > @after ORDER BY oid LIMIT @limit";

    private const string Renewal = "UPDATE objects SET staged_at = @now WHERE project_id = @projectId AND oid = @oid";
    private const int Minutes = 10;

    private static readonly IdList Times = new("SELECT oid, staged_at FROM objects WHERE project_id = @p0 AND oid IN ");
    private static readonly IdList BasesOf = new("SELECT delta_base FROM objects WHERE project_id = @p0 AND delta_base IN ");
    private static readonly IdList ShapesOf = new("SELECT oid, kind, size, length(body), delta_base, delta_depth FROM objects WHERE project_id = @p0 AND oid IN ");
    private static readonly Insert Insertion = new("objects", StoredObject.Names, "ON CONFLICT (project_id, oid) DO NOTHING");
    private static readonly IdList Known = new("SELECT oid FROM objects WHERE project_id = @p0 AND oid IN ");
    private static readonly IdList Deletion = new("DELETE FROM objects WHERE project_id = @p0 AND oid IN ");

    public bool TryRead(long projectId, ObjectId id, [MaybeNullWhen(false)] out GitObject found)
    {
        var rows = new ObjectRows(db, projectId);
        found = rows.Find(id) is { } row ? rows.Materialize(row) : null;
        return found is not null;
    }

    public IReadOnlyList<StoredEntry> ReadStored(long projectId, IReadOnlyCollection<ObjectId> ids) =>
        new ObjectRows(db, projectId).Select(ObjectRows.Many, ids, static reader => ObjectRows.Read(reader).ToEntry());

    public IReadOnlySet<ObjectId> Existing(long projectId, IReadOnlyCollection<ObjectId> ids) =>
        new ObjectRows(db, projectId).Select(Known, ids, static reader => ObjectId.FromBytes(reader.GetFieldValue<byte[]>(0))).ToHashSet();

    public void Add(long projectId, IReadOnlyCollection<StagedObject> objects)
    {
        var rows = new ObjectRows(db, projectId);
        var now = Micros.From(time.GetUtcNow());
        var fresh = Distinct(objects);
        foreach (var row in rows.Select(ObjectRows.Many, [.. fresh.Keys], ObjectRows.Read))
        {
            Compare(rows.Materialize(row), fresh[row.Id].Value);
            fresh.Remove(row.Id);
        }
        Renew(projectId, now, [.. objects.Select(staged => staged.Value.Id).Where(id => !fresh.ContainsKey(id))]);
        db.Insert(Insertion, new DeltaPlan(rows).Rows(fresh.Values).Select(row => row.Values(projectId, now)));
    }

    public IReadOnlyList<ObjectId> StagedBefore(long projectId, IReadOnlyCollection<ObjectId> ids, DateTimeOffset time)
    {
        var before = Micros.From(time);
        return [.. new ObjectRows(db, projectId).Select(Times, ids, static reader => (Id: ObjectId.FromBytes(reader.GetFieldValue<byte[]>(0)), At: reader.GetInt64(1)))
            .Where(found => found.At < before).Select(found => found.Id)];
    }

    public IReadOnlyList<ObjectShape> Shapes(long projectId, IReadOnlyCollection<ObjectId> ids)
    {
        var rows = new ObjectRows(db, projectId);
        var bases = rows.Select(BasesOf, ids, static reader => ObjectId.FromBytes(reader.GetFieldValue<byte[]>(0))).ToHashSet();
        return rows.Select(ShapesOf, ids, reader => Shape(reader, bases));
    }

    public IEnumerable<GitObject> ReadMany(long projectId, IReadOnlyCollection<ObjectId> ids, Action<ObjectId, string> damaged) =>
        new ObjectBatch(new ObjectRows(db, projectId)).Read(ids, damaged);

    public bool StoreAsDelta(long projectId, DeltaBody body)
    {
        var rows = new ObjectRows(db, projectId);
        var shapes = Shapes(projectId, [body.Id, body.DeltaBase]).ToDictionary(shape => shape.Id);
        if (!shapes.TryGetValue(body.Id, out var value) || value.DeltaBase is not null || value.IsBase || value.StoredBytes <= body.Compressed.Length)
            return false;
        if (!shapes.TryGetValue(body.DeltaBase, out var below) || below.Kind != value.Kind || below.DeltaDepth >= DeltaLimits.Depth || body.Id == body.DeltaBase)
            return false;
        rows.Replace(new StoredObject(body.Id, value.Kind, (int)value.Size, body.InflatedSize, body.Compressed, body.DeltaBase, below.DeltaDepth + 1, 0));
        return true;
    }

    public IReadOnlyList<ObjectId> List(long projectId, ObjectId? after, int limit) =>
        db.Query<byte[]>(Next, new { projectId, after = after?.ToByteArray() ?? [], limit }).ConvertAll(bytes => ObjectId.FromBytes(bytes));

    public void Remove(long projectId, IReadOnlyCollection<ObjectId> ids)
    {
        var rows = new ObjectRows(db, projectId);
        var gone = ids.ToHashSet();
        // What stays must not stand on what goes.
        var left = rows.Select(ObjectRows.Dependents, gone, ObjectRows.Read).Where(row => !gone.Contains(row.Id)).ToList();
        foreach (var row in left.ConvertAll(row => StoredObject.Whole(rows.Materialize(row))))
            rows.Replace(row);
        foreach (var chunk in gone.Chunk(db.Dialect.RowsPerStatement))
        {
            db.Prepared(Deletion.Sql(chunk.Length), (projectId, chunk), static (command, state) =>
                ObjectRows.Bind(command, state.projectId, state.chunk).ExecuteNonQuery());
        }
    }

    // What is handed in again is wanted again. Within the minutes it would say nothing new, and a row is not written for that.
    private void Renew(long projectId, long now, IReadOnlyCollection<ObjectId> ids)
    {
        var before = now - (Minutes * 60_000_000L);
        foreach (var id in new ObjectRows(db, projectId).Select(Times, ids, static reader => (Id: reader.GetFieldValue<byte[]>(0), At: reader.GetInt64(1))).Where(found => found.At < before))
            db.Execute(Renewal, new { projectId, oid = id.Id, now });
    }

    private static ObjectShape Shape(DbDataReader reader, HashSet<ObjectId> bases)
    {
        var id = ObjectId.FromBytes(reader.GetFieldValue<byte[]>(0));
        var deltaBase = reader.IsDBNull(4) ? (ObjectId?)null : ObjectId.FromBytes(reader.GetFieldValue<byte[]>(4));
        return new ObjectShape(id, (ObjectKind)reader.GetInt64(1), reader.GetInt64(2), reader.GetInt64(3), deltaBase, (int)reader.GetInt64(5), bases.Contains(id));
    }

    private static Dictionary<ObjectId, StagedObject> Distinct(IReadOnlyCollection<StagedObject> objects)
    {
        var distinct = new Dictionary<ObjectId, StagedObject>(objects.Count);
        foreach (var staged in objects)
        {
            if (!distinct.TryAdd(staged.Value.Id, staged))
                Compare(distinct[staged.Value.Id].Value, staged.Value);
        }
        return distinct;
    }

    private static void Compare(GitObject left, GitObject right)
    {
        if (left.Kind != right.Kind || !left.Body.Span.SequenceEqual(right.Body.Span))
            throw new ObjectCollisionException(left.Id);
    }
}
