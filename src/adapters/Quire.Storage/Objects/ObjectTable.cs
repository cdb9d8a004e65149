using System.Diagnostics.CodeAnalysis;
using Quire.Core.Objects;
using Quire.Storage.Sessions;
using Quire.Versioning.Objects;

namespace Quire.Storage.Objects;

/// <inheritdoc cref="IObjects"/>
internal sealed class ObjectTable(Db db) : IObjects
{
    private const string Next = "SELECT oid FROM objects WHERE project_id = @projectId AND oid > @after ORDER BY oid LIMIT @limit";

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
        var fresh = Distinct(objects);
        foreach (var row in rows.Select(ObjectRows.Many, [.. fresh.Keys], ObjectRows.Read))
        {
            Compare(rows.Materialize(row), fresh[row.Id].Value);
            fresh.Remove(row.Id);
        }
        db.Insert(Insertion, new DeltaPlan(rows).Rows(fresh.Values).Select(row => row.Values(projectId)));
    }

    public IReadOnlyList<ObjectId> List(long projectId, ObjectId? after, int limit) =>
        db.Query<byte[]>(Next, new { projectId, after = after?.ToByteArray() ?? [], limit }).ConvertAll(bytes => ObjectId.FromBytes(bytes));

    public void Remove(long projectId, IReadOnlyCollection<ObjectId> ids)
    {
        var rows = new ObjectRows(db, projectId);
        var gone = ids.ToHashSet();
        // What stays must not stand on what goes.
        var left = rows.Select(ObjectRows.Dependents, gone, ObjectRows.Read).Where(row => !gone.Contains(row.Id)).ToList();
        var whole = left.ConvertAll(row => StoredObject.Whole(rows.Materialize(row)));
        gone.UnionWith(left.Select(row => row.Id));
        foreach (var chunk in gone.Chunk(db.Dialect.RowsPerStatement))
        {
            db.Prepared(Deletion.Sql(chunk.Length), (projectId, chunk), static (command, state) =>
                ObjectRows.Bind(command, state.projectId, state.chunk).ExecuteNonQuery());
        }
        db.Insert(Insertion, whole.Select(row => row.Values(projectId)));
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
