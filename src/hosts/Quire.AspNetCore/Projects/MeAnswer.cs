using Quire.Core.Access;

namespace Quire.AspNetCore.Projects;

/// <summary>Who a key is.</summary>
internal sealed record MeAnswer
{
    /// <summary>The organisation, outside of which the key reaches nothing.</summary>
    public required string Organisation { get; init; }

    /// <summary>The id of the key.</summary>
    public required string Key { get; init; }

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
        Permissions = PermissionNames.List(caller.Permissions),
        DefaultProject = caller.DefaultProject,
        BoundToTenants = caller.IsBoundToTenants,
    };
}
