using Quire.AspNetCore;

namespace Quire.Cli.Hosting;

/// <summary>How a host answers.</summary>
internal sealed record RestSettings
{
    /// <summary>The names that requests may carry, beside the loopback ones.</summary>
    public IReadOnlyList<string> Hosts { get; init; } = [];

    /// <summary>A cache outside the process; null for none.</summary>
    public SecondTier? SecondTier { get; init; }
}
