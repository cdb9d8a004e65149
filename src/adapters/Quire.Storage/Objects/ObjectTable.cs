using System.Data.Common;
using System.Diagnostics.CodeAnalysis;
using Quire.Core.Objects;
using Quire.Storage.Sessions;
using Quire.Versioning.Objects;

namespace Quire.Storage.Objects;

/// <inheritdoc cref="IObjects"/>
internal sealed class ObjectTable(Db db) : IObjects
{
    private const string Columns = "oid, kind, size, stored_size, body, delta_base, delta_depth";
    private const string One = $"SELECT {Columns} FROM objects WHERE project_id = @p0 AND oid = @p1";
    private const string Next = "SELECT oid FROM objects WHERE project_id = @projectId AND oid > @after ORDER BY oid LIMIT @limit";

    private static readonly Insert Insertion = new("objects", StoredObject.Names, "ON CONFLICT (project_id, oid) DO NOTHING");
    private static readonly IdList Known = new("SELECT oid FROM objects WHERE project_id = @p0 AND oid IN ");
    private static readonly IdList Many = new($"SELECT {Columns} FROM objects WHERE project_id = @p0 AND oid IN ");
    private static readonly IdList Dependents = new($"SELECT {Columns} FROM objects WHERE project_id = @p0 AND delta_base IN ");
    private static readonly IdList Deletion = new("DELETE FROM objects WHERE project_id = @p0 AND oid IN ");

    public bool TryRead(long projectId, ObjectId id, [MaybeNullWhen(false)] out GitObject found)
    {
        found = Find(projectId, id) is { } row ? GitObject.Known(id, row.Kind, Body(projectId, row)) : null;
        return found is not null;
    }

    public IReadOnlySet<ObjectId> Existing(long projectId, IReadOnlyCollection<ObjectId> ids) =>
        Select(Known, projectId, ids, static reader => ObjectId.FromBytes(reader.GetFieldValue<byte[]>(0))).ToHashSet();

    public void Add(long projectId, IReadOnlyCollection<StagedObject> objects)
    {
        var fresh = Distinct(objects);
        foreach (var row in Select(Many, projectId, [.. fresh.Keys], Read))
        {
            Compare(projectId, row, fresh[row.Id].Value);
            fresh.Remove(row.Id);
        }
        db.Insert(Insertion, fresh.Values.Select(staged => StoredObject.Whole(staged.Value).Values(projectId)));
    }

    public IReadOnlyList<ObjectId> List(long projectId, ObjectId? after, int limit) =>
        db.Query<byte[]>(Next, new { projectId, after = after?.ToByteArray() ?? [], limit }).ConvertAll(bytes => ObjectId.FromBytes(bytes));

    public void Remove(long projectId, IReadOnlyCollection<ObjectId> ids)
    {
        var gone = ids.ToHashSet();
        var left = Select(Dependents, projectId, gone, Read).Where(row => !gone.Contains(row.Id)).ToList();
        var whole = left.ConvertAll(row => StoredObject.Whole(GitObject.Known(row.Id, row.Kind, Body(projectId, row))));
        gone.UnionWith(left.Select(row => row.Id));
        foreach (var chunk in gone.Chunk(db.Dialect.RowsPerStatement))
            db.Prepared(Deletion.Sql(chunk.Length), (projectId, chunk), static (command, state) => Bind(command, state.projectId, state.chunk).ExecuteNonQuery());
        db.Insert(Insertion, whole.Select(row => row.Values(projectId)));
    }

    private StoredObject? Find(long projectId, ObjectId id) => db.Prepared(One, (projectId, id), static (command, key) =>
    {
        using var reader = Bind(command, key.projectId, [key.id]).ExecuteReader();
        return reader.Read() ? Read(reader) : null;
    });

    // Deltas are followed down to a whole body and applied on the way back. The depth that was written bounds the walk, also over damaged rows.
    private byte[] Body(long projectId, StoredObject row)
    {
        var deltas = new Stack<byte[]>();
        var whole = row;
        while (whole.DeltaBase is { } below)
        {
            deltas.Push(Deflated.Decompress(whole.Body, whole.StoredSize));
            if (deltas.Count > DeltaLimits.Depth)
                throw new InvalidDataException($"Object {row.Id} is stored as a chain of more than {DeltaLimits.Depth} deltas.");
            whole = Find(projectId, below) ?? throw new InvalidDataException($"Object {row.Id} is stored as a delta of {below}, which is missing.");
        }
        return Deflated.Decompress(whole.Body, whole.StoredSize);
    }

    private void Compare(long projectId, StoredObject row, GitObject value)
    {
        if (row.Kind != value.Kind || row.Size != value.Body.Length || !value.Body.Span.SequenceEqual(Body(projectId, row)))
            throw new ObjectCollisionException(row.Id);
    }

    private static Dictionary<ObjectId, StagedObject> Distinct(IReadOnlyCollection<StagedObject> objects)
    {
        var distinct = new Dictionary<ObjectId, StagedObject>(objects.Count);
        foreach (var staged in objects)
        {
            if (!distinct.TryAdd(staged.Value.Id, staged) && !Same(distinct[staged.Value.Id].Value, staged.Value))
                throw new ObjectCollisionException(staged.Value.Id);
        }
        return distinct;
    }

    private static bool Same(GitObject left, GitObject right) => left.Kind == right.Kind && left.Body.Span.SequenceEqual(right.Body.Span);

    private List<T> Select<T>(IdList list, long projectId, IReadOnlyCollection<ObjectId> ids, Func<DbDataReader, T> read)
    {
        var found = new List<T>();
        foreach (var chunk in ids.Chunk(db.Dialect.RowsPerStatement))
        {
            db.Prepared(list.Sql(chunk.Length), (projectId, chunk, found, read), static (command, state) =>
            {
                using var reader = Bind(command, state.projectId, state.chunk).ExecuteReader();
                while (reader.Read())
                    state.found.Add(state.read(reader));
                return 0;
            });
        }
        return found;
    }

    private static DbCommand Bind(DbCommand command, long projectId, ReadOnlySpan<ObjectId> ids)
    {
        command.Bind(0, projectId);
        for (var i = 0; i < ids.Length; i++)
            command.Bind(i + 1, ids[i].ToByteArray());
        return command;
    }

    private static StoredObject Read(DbDataReader reader) => new(
        ObjectId.FromBytes(reader.GetFieldValue<byte[]>(0)),
        (ObjectKind)reader.GetInt64(1),
        (int)reader.GetInt64(2),
        (int)reader.GetInt64(3),
        reader.GetFieldValue<byte[]>(4),
        reader.IsDBNull(5) ? null : ObjectId.FromBytes(reader.GetFieldValue<byte[]>(5)),
        (int)reader.GetInt64(6));
}
