using Quire.Core.Prompts;
using Quire.Storage.Sessions;
using Quire.Versioning.Objects;

namespace Quire.Storage.Prompts;

/// <inheritdoc cref="IVersions"/>
internal sealed class VersionTable(Db db) : IVersions
{
    private const string ByNumber = $"SELECT {VersionRow.Columns} FROM versions v WHERE v.prompt_id = @promptId AND v.number = @number AND v.project_id = @projectId";
    private const string Newest =
        $"SELECT {VersionRow.Columns} FROM versions v WHERE v.prompt_id = @promptId AND v.project_id = @projectId AND v.number < @before ORDER BY v.number DESC LIMIT @limit";
    private const string Burial = "UPDATE versions SET tombstone = @value WHERE prompt_id = @promptId AND number = @number AND project_id = @projectId";
    private const string Commits = "SELECT DISTINCT commit_oid FROM versions WHERE project_id = @projectId ORDER BY commit_oid";
    private const string Order = "ORDER BY p.project_id, p.path";

    private static readonly Insert Insertion = new("versions", VersionRow.Names);

    public PromptVersion? Find(long projectId, long promptId, long number) =>
        db.Find<VersionRow>(ByNumber, new { projectId, promptId, number })?.ToVersion();

    public IReadOnlyList<PromptVersion> List(long projectId, long promptId, long? before, int limit) =>
        db.Query<VersionRow>(Newest, new { projectId, promptId, before = before ?? long.MaxValue, limit }).ConvertAll(row => row.ToVersion());

    public void Add(IReadOnlyCollection<PromptVersion> versions) => db.Insert(Insertion, versions.Select(VersionRow.Values));

    public void SetTombstone(long projectId, long promptId, long number, bool value)
    {
        if (db.Execute(Burial, new { projectId, promptId, number, value = value ? 1L : 0L }) == 0)
            throw new InvalidOperationException($"Prompt {promptId} of project {projectId} has no version {number}.");
    }

    public IReadOnlyList<PromptEntry> LatestContributions(long organisationId, IReadOnlyCollection<string> extends) =>
        db.Entries(
            $"SELECT {PromptRow.Columns}, {VersionRow.Columns} FROM versions v JOIN prompts p ON p.id = v.prompt_id AND p.latest_number = v.number "
            + $"WHERE v.organisation_id = @organisationId AND v.extends IS NOT NULL AND {db.Dialect.In("v.extends", "@bases")} {Order}",
            new { organisationId, bases = db.Dialect.List(extends) });

    public IReadOnlyList<PromptEntry> AliasedContributions(long organisationId, IReadOnlyCollection<string> extends, string alias) =>
        db.Entries(
            $"SELECT {PromptRow.Columns}, {VersionRow.Columns} FROM versions v JOIN prompts p ON p.id = v.prompt_id "
            + "JOIN aliases a ON a.prompt_id = v.prompt_id AND a.number = v.number AND a.name = @alias "
            + $"WHERE v.organisation_id = @organisationId AND v.extends IS NOT NULL AND {db.Dialect.In("v.extends", "@bases")} {Order}",
            new { organisationId, bases = db.Dialect.List(extends), alias });

    public IReadOnlyList<PromptEntry> NamingOthers(long projectId) =>
        db.Entries(
            $"SELECT {PromptRow.Columns}, {VersionRow.Columns} FROM versions v JOIN prompts p ON p.id = v.prompt_id "
            + "WHERE v.project_id = @projectId AND v.tombstone = 0 AND v.facts LIKE '%\"langfuse\":[%' ORDER BY p.path, v.number",
            new { projectId });

    public IReadOnlyList<ObjectId> HeldCommits(long projectId) =>
        db.Query<byte[]>(Commits, new { projectId }).ConvertAll(bytes => ObjectId.FromBytes(bytes));
}
