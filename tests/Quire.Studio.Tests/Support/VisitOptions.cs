namespace Quire.Studio.Tests.Support;

/// <summary>How somebody looks at the Studio.</summary>
public sealed record VisitOptions
{
    /// <summary>The mount, without a slash at its end: empty for the root.</summary>
    public string Mount { get; init; } = "";

    /// <summary>The width of the window in pixels.</summary>
    public int Width { get; init; } = 1280;

    /// <summary>The height of the window in pixels.</summary>
    public int Height { get; init; } = 800;

    /// <summary>Whether the system is dark.</summary>
    public bool IsDark { get; init; }

    /// <summary>The key that somebody signs in with; null for the owner's.</summary>
    public string? Key { get; init; }
}
