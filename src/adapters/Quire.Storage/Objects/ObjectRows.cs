using System.Data.Common;
using Quire.Core.Errors;
using Quire.Storage.Sessions;
using Quire.Versioning;
using Quire.Versioning.Objects;
using Quire.Versioning.Packs;

namespace Quire.Storage.Objects;

/// <summary>Reads rows of one project's objects, and makes bodies of them.</summary>
internal sealed class ObjectRows(Db db, long projectId)
{
    private const string Columns = "oid, kind, size, stored_size, body, delta_base, delta_depth";
    private const string One = $"SELECT {Columns} FROM objects WHERE project_id = @p0 AND oid = @p1";

    // The bases below a delta, in one round trip. The step bounds the walk also over damaged rows that go round in a circle.
    private const string Chain =
        "WITH RECURSIVE chain (oid, delta_base, step) AS ("
        + "SELECT oid, delta_base, CAST(1 AS bigint) FROM objects WHERE project_id = @p0 AND oid = @p1 UNION ALL "
        + "SELECT o.oid, o.delta_base, c.step + 1 FROM chain c JOIN objects o ON o.project_id = @p0 AND o.oid = c.delta_base WHERE c.step <= @p2) "
        + "SELECT o.oid, o.kind, o.size, o.stored_size, o.body, o.delta_base, o.delta_depth "
        + "FROM chain c JOIN objects o ON o.project_id = @p0 AND o.oid = c.oid ORDER BY c.step";

    /// <summary>The rows of many objects.</summary>
    public static readonly IdList Many = new($"SELECT {Columns} FROM objects WHERE project_id = @p0 AND oid IN ");

    /// <summary>The rows that are deltas of any of many objects.</summary>
    public static readonly IdList Dependents = new($"SELECT {Columns} FROM objects WHERE project_id = @p0 AND delta_base IN ");

    /// <summary>The row of one object, or null.</summary>
    public StoredObject? Find(ObjectId id) => db.Prepared(One, (projectId, id), static (command, key) =>
    {
        using var reader = Bind(command, key.projectId, [key.id]).ExecuteReader();
        return reader.Read() ? Read(reader) : null;
    });

    /// <summary>What a query over a list of ids finds.</summary>
    public List<T> Select<T>(IdList list, IReadOnlyCollection<ObjectId> ids, Func<DbDataReader, T> read)
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

    /// <summary>The object of a row.</summary>
    /// <exception cref="QuireException"><see cref="StoreCodes.Damaged"/>: the row, or a base of its delta, is damaged or missing.</exception>
    public GitObject Materialize(StoredObject row)
    {
        try
        {
            return GitObject.Known(row.Id, row.Kind, row.DeltaBase is { } below ? Apply(row, below) : Inflate(row));
        }
        catch (VersioningException error)
        {
            throw Damaged(row.Id, error.Message);
        }
    }

    /// <summary>Binds the project and ids of a statement.</summary>
    public static DbCommand Bind(DbCommand command, long projectId, ReadOnlySpan<ObjectId> ids)
    {
        command.Bind(0, projectId);
        for (var i = 0; i < ids.Length; i++)
            command.Bind(i + 1, ids[i].ToByteArray());
        return command;
    }

    /// <summary>Reads a row of a query for whole rows.</summary>
    public static StoredObject Read(DbDataReader reader) => new(
        ObjectId.FromBytes(reader.GetFieldValue<byte[]>(0)),
        (ObjectKind)reader.GetInt64(1),
        (int)reader.GetInt64(2),
        (int)reader.GetInt64(3),
        reader.GetFieldValue<byte[]>(4),
        reader.IsDBNull(5) ? null : ObjectId.FromBytes(reader.GetFieldValue<byte[]>(5)),
        (int)reader.GetInt64(6));

    private byte[] Apply(StoredObject row, ObjectId below)
    {
        var chain = Bases(below);
        if (chain is not [.., { DeltaBase: null }])
            throw Damaged(row.Id, $"it is a delta of {below}, and a base is missing or stands on more than {DeltaLimits.Depth} deltas.");
        var body = Inflate(chain[^1]);
        for (var i = chain.Count - 2; i >= 0; i--)
            body = Delta.Apply(body, Inflate(chain[i]), chain[i].Size);
        return Delta.Apply(body, Inflate(row), row.Size);
    }

    private List<StoredObject> Bases(ObjectId top) => db.Prepared(Chain, (projectId, top), static (command, key) =>
    {
        Bind(command, key.projectId, [key.top]).Bind(2, (long)DeltaLimits.Depth);
        using var reader = command.ExecuteReader();
        var rows = new List<StoredObject>();
        while (reader.Read())
            rows.Add(Read(reader));
        return rows;
    });

    private static byte[] Inflate(StoredObject row) => Zlib.Decompress(row.Body, row.StoredSize);

    private static QuireException Damaged(ObjectId id, string reason) =>
        StoreErrors.Unavailable(StoreCodes.Damaged, $"Object {id} is damaged: {reason}", "Run: quire verify store. Then restore a backup.");
}
