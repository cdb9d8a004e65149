using System.Data.Common;
using Quire.Core.Refs;
using Quire.Storage.Sessions;
using Quire.Versioning.Objects;

namespace Quire.Storage.Refs;

/// <inheritdoc cref="IRefs"/>
internal sealed class RefTable(Db db) : IRefs
{
    private const string ByName = "SELECT target, protected FROM refs WHERE project_id = @p0 AND name = @p1";
    private const string Insertion =
        "INSERT INTO refs (project_id, name, target, protected) VALUES (@projectId, @name, @next, 0) ON CONFLICT (project_id, name) DO NOTHING";
    private const string Update = "UPDATE refs SET target = @next WHERE project_id = @projectId AND name = @name AND target = @expected";
    private const string Deletion = "DELETE FROM refs WHERE project_id = @projectId AND name = @name AND target = @expected";
    private const string Protection = "UPDATE refs SET protected = @value WHERE project_id = @projectId AND name = @name";

    public Ref? Find(long projectId, string name) => db.Prepared(ByName, (projectId, name), static (command, key) => Read(command, key.projectId, key.name));

    public IReadOnlyList<Ref> List(long projectId, string prefix, string? after, int limit)
    {
        var range = NameRange.Of(prefix, after);
        var sql = $"SELECT name, target, protected FROM refs WHERE project_id = @projectId AND {range.Condition("name")} ORDER BY name LIMIT @limit";
        return db.Query<RefRow>(sql, new { projectId, lower = range.Lower, upper = range.Upper, limit }).ConvertAll(row => row.ToRef(projectId));
    }

    public bool CompareAndSet(long projectId, string name, ObjectId? expected, ObjectId? next) => (expected, next) switch
    {
        (null, null) => Find(projectId, name) is null,
        (null, { } value) => db.Execute(Insertion, new { projectId, name, next = value.ToByteArray() }) == 1,
        ({ } old, null) => db.Execute(Deletion, new { projectId, name, expected = old.ToByteArray() }) == 1,
        ({ } old, { } value) => db.Execute(Update, new { projectId, name, expected = old.ToByteArray(), next = value.ToByteArray() }) == 1,
    };

    public void SetProtected(long projectId, string name, bool value)
    {
        if (db.Execute(Protection, new { projectId, name, value = value ? 1L : 0L }) == 0)
            throw new InvalidOperationException($"Project {projectId} has no ref {name}.");
    }

    private static Ref? Read(DbCommand command, long projectId, string name)
    {
        command.Bind(0, projectId);
        command.Bind(1, name);
        using var reader = command.ExecuteReader();
        return reader.Read() ? new Ref(projectId, name, ObjectId.FromBytes(reader.GetFieldValue<byte[]>(0)), reader.GetInt64(1) != 0) : null;
    }
}
