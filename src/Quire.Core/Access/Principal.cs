using System.Collections.Frozen;
using Quire.Core.Errors;

namespace Quire.Core.Access;

/// <summary>Who is calling, and what that allows. Everything else is denied.</summary>
public sealed class Principal
{
    private readonly FrozenSet<string>? _projects;
    private readonly FrozenSet<string>? _tenantScopes;

    private Principal(long organisationId, string organisation, string id, string name, Permissions permissions, string defaultProject,
        IReadOnlyList<string>? projects, IReadOnlyList<string>? tenantScopes)
    {
        OrganisationId = organisationId;
        Organisation = organisation;
        Id = id;
        Name = name;
        Permissions = permissions;
        DefaultProject = defaultProject;
        _projects = projects?.ToFrozenSet(StringComparer.Ordinal);
        _tenantScopes = tenantScopes?.ToFrozenSet(StringComparer.Ordinal);
    }

    /// <summary>The organisation, outside of which nothing is reached.</summary>
    public long OrganisationId { get; }

    /// <summary>The organisation's name.</summary>
    public string Organisation { get; }

    /// <summary>The id of the key, as the ledger and the feed name it.</summary>
    public string Id { get; }

    /// <summary>What people call the key.</summary>
    public string Name { get; }

    /// <summary>The projects that exist for the caller, by name; null for all.</summary>
    public IReadOnlyList<string>? Projects => _projects?.Order(StringComparer.Ordinal).ToList();

    /// <summary>The tenant scopes that it is bound to, by name; null where it is bound to none.</summary>
    public IReadOnlyList<string>? TenantScopes => _tenantScopes?.Order(StringComparer.Ordinal).ToList();

    /// <summary>What is allowed.</summary>
    public Permissions Permissions { get; }

    /// <summary>The project that addresses without one mean.</summary>
    public string DefaultProject { get; }

    /// <summary>What the caller sees, as a text that is equal for callers who see the same; empty for those who see everything.</summary>
    internal string View => field ??= _projects is null && _tenantScopes is null ? "" : $"{Listed(_projects)}|{Listed(_tenantScopes)}";

    /// <summary>Whether contributions of some tenants do not exist for this caller.</summary>
    public bool IsBoundToTenants => _tenantScopes is not null;

    // Names of projects and scopes have no comma, and no list is not the same as an empty one.
    private static string Listed(FrozenSet<string>? names) => names is null ? "*" : string.Join(',', names.Order(StringComparer.Ordinal));

    /// <summary>The principal of a stored key.</summary>
    public static Principal Of(ApiKey key, string organisation) =>
        new(key.OrganisationId, organisation, key.Id, key.Name, key.Permissions, key.DefaultProject, key.Projects, key.TenantScopes);

    /// <summary>The process itself, acting for whoever owns the data folder.</summary>
    public static Principal Owner(long organisationId, string organisation, string id = "owner") =>
        new(organisationId, organisation, id, id, Permissions.All, "prompts", null, null);

    /// <summary>Whether the project exists for this caller.</summary>
    public bool Reaches(string project) => _projects is null || _projects.Contains(project);

    /// <summary>Whether a contribution of that layer and scope exists for this caller.</summary>
    public bool Sees(string? layer, string? scope) =>
        _tenantScopes is null || scope is null || layer != "tenant" || _tenantScopes.Contains(scope);

    /// <summary>Refuses what is not allowed.</summary>
    /// <exception cref="QuireException"><c>forbidden</c>.</exception>
    public void Demand(Permissions permissions)
    {
        var missing = permissions & ~Permissions;
        if (missing != Permissions.None)
        {
            throw new QuireException(ErrorKind.Forbidden, "forbidden",
                $"The key {Id} lacks the permission {PermissionNames.Format(missing)}.",
                "An owner can make a key that has it: quire keys create --permissions …");
        }
    }

    /// <summary>Refuses callers bound to tenants where a route shows whole trees or histories.</summary>
    /// <exception cref="QuireException"><c>forbidden</c>.</exception>
    public void DemandUnbound()
    {
        if (IsBoundToTenants)
        {
            throw new QuireException(ErrorKind.Forbidden, "forbidden",
                $"The key {Id} is bound to tenant scopes, and this shows all of a project.",
                "Use a key without tenant scopes, or read the prompts themselves.");
        }
    }
}
