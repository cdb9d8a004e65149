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
    private const string Columns = "oid, kind, size, stored_size, body, delta_base, delta_depth, delta_level";
    private const string One = $"SELECT {Columns} FROM objects WHERE project_id = @p0 AND oid = @p1";

    // The bases below a delta, in one round trip. The step bounds the walk also over damaged rows that go round in a circle.
    private const string ChainOf =
        "WITH RECURSIVE chain (oid, delta_base, step) AS ("
        + "SELECT oid, delta_base, CAST(1 AS bigint) FROM objects WHERE project_id = @p0 AND oid = @p1 UNION ALL "
        + "SELECT o.oid, o.delta_base, c.step + 1 FROM chain c JOIN objects o ON o.project_id = @p0 AND o.oid = c.delta_base WHERE c.step <= @p2) "
        + "SELECT o.oid, o.kind, o.size, o.stored_size, o.body, o.delta_base, o.delta_depth, o.delta_level "
        + "FROM chain c JOIN objects o ON o.project_id = @p0 AND o.oid = c.oid ORDER BY c.step";

    private const string Replacement =
        "UPDATE objects SET stored_size = @storedSize, body = @body, delta_base = @deltaBase, delta_depth = @deltaDepth, delta_level = @deltaLevel "
        + "WHERE project_id = @projectId AND oid = @oid";

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
    public GitObject Materialize(StoredObject row) => Materialize(row.DeltaBase is { } below ? [row, .. Chain(below)] : [row]);

    /// <summary>Writes another form of an object that is there.</summary>
    public void Replace(StoredObject row) => db.Execute(Replacement, new
    {
        projectId,
        oid = row.Id.ToByteArray(),
        storedSize = (long)row.StoredSize,
        body = row.Body,
        deltaBase = row.DeltaBase?.ToByteArray(),
        deltaDepth = (long)row.DeltaDepth,
        deltaLevel = (long)row.DeltaLevel,
    });

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
        (int)reader.GetInt64(6),
        (int)reader.GetInt64(7));

    /// <summary>The body of a row whose bases are at hand, from the row itself down to the whole one.</summary>
    public static GitObject Materialize(IReadOnlyList<StoredObject> chain)
    {
        var row = chain[0];
        try
        {
            if (chain[^1].DeltaBase is { } missing)
                throw Damaged(row.Id, $"it stands on {missing}, which is missing or stands on more than {DeltaLimits.Depth} deltas.");
            var body = Inflate(chain[^1]);
            for (var i = chain.Count - 2; i >= 0; i--)
                body = Delta.Apply(body, Inflate(chain[i]), chain[i].Size);
            return GitObject.Known(row.Id, row.Kind, body);
        }
        catch (VersioningException error)
        {
            throw Damaged(row.Id, error.Message);
        }
    }

    /// <summary>The row of an object and the rows of the bases below it, down to a whole one; empty where it is not there.</summary>
    public List<StoredObject> Chain(ObjectId top) => db.Prepared(ChainOf, (projectId, top), static (command, key) =>
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
