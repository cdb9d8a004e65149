using Quire.Core.Access;

namespace Quire.AspNetCore.Projects;

/// <summary>Who a key is.</summary>
internal sealed record MeAnswer
{
    /// <summary>The organisation, outside of which the key reaches nothing.</summary>
    public required string Organisation { get; init; }

    /// <summary>The id of the key.</summary>
    public required string Key { get; init; }

    /// <summary>What people call it.</summary>
    public required string Name { get; init; }

    /// <summary>The projects that it reaches; absent for all.</summary>
    public IReadOnlyList<string>? Projects { get; init; }

    /// <summary>The tenant scopes that it is bound to; absent where it is bound to none.</summary>
    public IReadOnlyList<string>? TenantScopes { get; init; }

    /// <summary>What it allows.</summary>
    public required IReadOnlyList<string> Permissions { get; init; }

    /// <summary>The project that addresses without one mean.</summary>
    public required string DefaultProject { get; init; }

    /// <summary>Whether contributions of some tenants do not exist for it.</summary>
    public required bool BoundToTenants { get; init; }

    /// <summary>The answer about a caller.</summary>
    public static MeAnswer Of(Principal caller) => new()
    {
        Organisation = caller.Organisation,
        Key = caller.Id,
        Name = caller.Name,
        Projects = caller.Projects,
        TenantScopes = caller.TenantScopes,
        Permissions = PermissionNames.List(caller.Permissions),
        DefaultProject = caller.DefaultProject,
        BoundToTenants = caller.IsBoundToTenants,
    };
}
