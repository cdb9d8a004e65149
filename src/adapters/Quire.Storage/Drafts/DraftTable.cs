using Quire.Core.Drafts;
using Quire.Storage.Sessions;

namespace Quire.Storage.Drafts;

/// <inheritdoc cref="IDrafts"/>
internal sealed class DraftTable(Db db) : IDrafts
{
    private const string Entry = "branch, path, base_commit AS BaseCommit, bytes, updated_at AS UpdatedAt";
    private const string ByKey = "WHERE project_id = @ProjectId AND person = @Person AND branch = @Branch AND path = @Path";
    private const string One = $"SELECT project_id AS ProjectId, person, organisation_id AS OrganisationId, format, content, {Entry} FROM drafts {ByKey}";
    private const string OfPerson = $"SELECT {Entry} FROM drafts WHERE project_id = @projectId AND person = @person ORDER BY branch, path LIMIT @limit";
    private const string Total = "SELECT count(*) AS Count, coalesce(CAST(sum(bytes) AS bigint), 0) AS Bytes FROM drafts WHERE organisation_id = @organisationId AND person = @person";
    private const string Upsert =
        "INSERT INTO drafts (project_id, person, branch, path, organisation_id, base_commit, format, content, bytes, updated_at) "
        + "VALUES (@ProjectId, @Person, @Branch, @Path, @OrganisationId, @BaseCommit, @Format, @Content, @Bytes, @UpdatedAt) "
        + "ON CONFLICT (project_id, person, branch, path) DO UPDATE SET base_commit = excluded.base_commit, format = excluded.format, "
        + "content = excluded.content, bytes = excluded.bytes, updated_at = excluded.updated_at";
    private const string Deletion = $"DELETE FROM drafts {ByKey}";

    public Draft? Find(DraftKey key) => db.Find<DraftRow>(One, key)?.ToDraft();

    public void Set(Draft draft) => db.Execute(Upsert, DraftRow.Of(draft));

    public bool Remove(DraftKey key, string? text = null) => text is null
        ? db.Execute(Deletion, key) > 0
        : db.Execute($"{Deletion} AND content = @text", new { key.ProjectId, key.Person, key.Branch, key.Path, text }) > 0;

    public IReadOnlyList<DraftEntry> List(long projectId, string person, int limit) =>
        db.Query<DraftRow>(OfPerson, new { projectId, person, limit }).ConvertAll(row => row.ToEntry());

    public DraftUsage Usage(long organisationId, string person) => db.Find<DraftUsage>(Total, new { organisationId, person });
}
