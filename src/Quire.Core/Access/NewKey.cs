namespace Quire.Core.Access;

/// <summary>What a new key shall be.</summary>
public sealed record NewKey
{
    /// <summary>What people call it; 1 to 100 characters.</summary>
    public required string Name { get; init; }

    /// <summary>What it may do.</summary>
    public required Permissions Permissions { get; init; }

    /// <summary>The projects it reaches; null for all.</summary>
    public IReadOnlyList<string>? Projects { get; init; }

    /// <summary>The tenant scopes it is bound to; null for all.</summary>
    public IReadOnlyList<string>? TenantScopes { get; init; }

    /// <summary>The project that addresses without one mean; by default the first of <see cref="Projects"/>, else <c>prompts</c>.</summary>
    public string? DefaultProject { get; init; }

    /// <summary>When it stops working; null for never.</summary>
    public DateTimeOffset? ExpiresAt { get; init; }
}
