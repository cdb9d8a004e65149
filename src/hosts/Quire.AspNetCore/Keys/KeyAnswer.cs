using Quire.Core.Access;

namespace Quire.AspNetCore.Keys;

/// <summary>A key, without what opens it except when it was just made.</summary>
internal sealed record KeyAnswer
{
    /// <summary>The public part.</summary>
    public required string Id { get; init; }

    /// <summary>The text that opens it: only in the answer that made it, and nowhere again.</summary>
    public string? Key { get; init; }

    /// <summary>What people call it.</summary>
    public required string Name { get; init; }

    /// <summary>What it may do.</summary>
    public required IReadOnlyList<string> Permissions { get; init; }

    /// <summary>The projects that it reaches; absent for all.</summary>
    public IReadOnlyList<string>? Projects { get; init; }

    /// <summary>The tenant scopes that it is bound to; absent for all.</summary>
    public IReadOnlyList<string>? TenantScopes { get; init; }

    /// <summary>The project that addresses without one mean.</summary>
    public required string DefaultProject { get; init; }

    /// <summary>When it was made.</summary>
    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>When it stops working; absent for never.</summary>
    public DateTimeOffset? ExpiresAt { get; init; }

    /// <summary>When it was revoked; absent while it works.</summary>
    public DateTimeOffset? RevokedAt { get; init; }

    /// <summary>The stored key.</summary>
    /// <param name="key">The row.</param>
    /// <param name="secret">What opens it, where it was just made.</param>
    public static KeyAnswer Of(ApiKey key, string? secret = null) => new()
    {
        Id = key.Id,
        Key = secret,
        Name = key.Name,
        Permissions = PermissionNames.List(key.Permissions),
        Projects = key.Projects,
        TenantScopes = key.TenantScopes,
        DefaultProject = key.DefaultProject,
        CreatedAt = key.CreatedAt,
        ExpiresAt = key.ExpiresAt,
        RevokedAt = key.RevokedAt,
    };
}
