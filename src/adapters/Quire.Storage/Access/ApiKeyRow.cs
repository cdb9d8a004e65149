using System.Text.Json;
using Quire.Core.Access;
using Quire.Storage.Sessions;

namespace Quire.Storage.Access;

/// <summary>A row of <c>api_keys</c>.</summary>
internal sealed class ApiKeyRow
{
    public const string Columns =
        "id, organisation_id AS OrganisationId, name, hash, permissions, projects, tenant_scopes AS TenantScopes, default_project AS DefaultProject, "
        + "created_at AS CreatedAt, expires_at AS ExpiresAt, revoked_at AS RevokedAt";

    public string Id { get; set; } = "";

    public long OrganisationId { get; set; }

    public string Name { get; set; } = "";

    public byte[] Hash { get; set; } = [];

    public long Permissions { get; set; }

    public string? Projects { get; set; }

    public string? TenantScopes { get; set; }

    public string DefaultProject { get; set; } = "";

    public long CreatedAt { get; set; }

    public long? ExpiresAt { get; set; }

    public long? RevokedAt { get; set; }

    public ApiKey ToKey() => new()
    {
        Id = Id,
        OrganisationId = OrganisationId,
        Name = Name,
        Hash = Hash,
        Permissions = (Permissions)Permissions,
        Projects = Names(Projects),
        TenantScopes = Names(TenantScopes),
        DefaultProject = DefaultProject,
        CreatedAt = Micros.ToTime(CreatedAt),
        ExpiresAt = Micros.ToTime(ExpiresAt),
        RevokedAt = Micros.ToTime(RevokedAt),
    };

    public static ApiKeyRow Of(ApiKey key) => new()
    {
        Id = key.Id,
        OrganisationId = key.OrganisationId,
        Name = key.Name,
        Hash = key.Hash,
        Permissions = (long)key.Permissions,
        Projects = Json(key.Projects),
        TenantScopes = Json(key.TenantScopes),
        DefaultProject = key.DefaultProject,
        CreatedAt = Micros.From(key.CreatedAt),
        ExpiresAt = Micros.From(key.ExpiresAt),
        RevokedAt = Micros.From(key.RevokedAt),
    };

    // A column that holds anything but a list would widen the key if it were read as "all".
    private static string[]? Names(string? json) => json is null
        ? null
        : JsonSerializer.Deserialize<string[]>(json) ?? throw new JsonException("A list of names in api_keys is null.");

    private static string? Json(IReadOnlyList<string>? names) => names is null ? null : JsonSerializer.Serialize(names);
}
