using Quire.Core.Access;
using Quire.Storage.Sessions;

namespace Quire.Storage.Access;

/// <inheritdoc cref="IApiKeys"/>
internal sealed class ApiKeyTable(Db db) : IApiKeys
{
    private const string ById = $"SELECT {ApiKeyRow.Columns} FROM api_keys WHERE id = @id";
    private const string All = $"SELECT {ApiKeyRow.Columns} FROM api_keys WHERE organisation_id = @organisationId ORDER BY created_at DESC, id";
    private const string Insertion =
        "INSERT INTO api_keys (id, organisation_id, name, hash, permissions, projects, tenant_scopes, default_project, created_at, expires_at, revoked_at) "
        + "VALUES (@Id, @OrganisationId, @Name, @Hash, @Permissions, @Projects, @TenantScopes, @DefaultProject, @CreatedAt, @ExpiresAt, @RevokedAt)";
    private const string Revocation =
        "UPDATE api_keys SET revoked_at = @at WHERE id = @id AND organisation_id = @organisationId AND revoked_at IS NULL AND (expires_at IS NULL OR expires_at > @at)";

    public ApiKey? Find(string id) => db.Find<ApiKeyRow>(ById, new { id })?.ToKey();

    public IReadOnlyList<ApiKey> List(long organisationId) => db.Query<ApiKeyRow>(All, new { organisationId }).ConvertAll(row => row.ToKey());

    public void Add(ApiKey key) => db.Execute(Insertion, ApiKeyRow.Of(key));

    public bool Revoke(long organisationId, string id, DateTimeOffset now) =>
        db.Execute(Revocation, new { organisationId, id, at = Micros.From(now) }) > 0;
}
