using Quire.Core.Access;

namespace Quire.AspNetCore.Keys;

/// <summary>A key to make.</summary>
internal sealed record NewKeyBody
{
    /// <summary>What people call it; 1 to 100 characters.</summary>
    public required string Name { get; init; }

    /// <summary>What it may do: <c>read</c>, <c>compose</c>, <c>preview</c>, <c>write</c>, <c>manage</c>, <c>keys</c>, <c>audit</c>, or <c>all</c>.</summary>
    public required IReadOnlyList<string> Permissions { get; init; }

    /// <summary>The projects that it reaches; absent for all.</summary>
    public IReadOnlyList<string>? Projects { get; init; }

    /// <summary>The tenant scopes that it is bound to; absent for all.</summary>
    public IReadOnlyList<string>? TenantScopes { get; init; }

    /// <summary>When it stops working; absent for never.</summary>
    public DateTimeOffset? ExpiresAt { get; init; }

    /// <summary>The project that addresses without one mean.</summary>
    public string? DefaultProject { get; init; }

    /// <summary>The wish as Core takes it.</summary>
    public NewKey ToNewKey() => new()
    {
        Name = Name,
        Permissions = PermissionNames.Parse(Permissions),
        Projects = Projects,
        TenantScopes = TenantScopes,
        ExpiresAt = ExpiresAt,
        DefaultProject = DefaultProject,
    };
}
