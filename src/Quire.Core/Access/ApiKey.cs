namespace Quire.Core.Access;

/// <summary>A key as it is stored: never the secret, only its hash.</summary>
public sealed record ApiKey
{
    /// <summary>The public part.</summary>
    public required string Id { get; init; }

    /// <summary>The organisation it belongs to.</summary>
    public required long OrganisationId { get; init; }

    /// <summary>What people call it.</summary>
    public required string Name { get; init; }

    /// <summary>SHA-256 of the secret, which has 256 random bits.</summary>
    public required byte[] Hash { get; init; }

    /// <summary>What it may do.</summary>
    public required Permissions Permissions { get; init; }

    /// <summary>The names of the projects it reaches; null for all.</summary>
    public IReadOnlyList<string>? Projects { get; init; }

    /// <summary>The tenant scopes it is bound to; null for all.</summary>
    public IReadOnlyList<string>? TenantScopes { get; init; }

    /// <summary>The project that addresses without one mean.</summary>
    public required string DefaultProject { get; init; }

    /// <summary>When it was made.</summary>
    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>When it stops working; null for never.</summary>
    public DateTimeOffset? ExpiresAt { get; init; }

    /// <summary>When it was revoked; null while it works.</summary>
    public DateTimeOffset? RevokedAt { get; init; }
}
