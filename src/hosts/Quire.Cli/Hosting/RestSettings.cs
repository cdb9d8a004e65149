using Quire.AspNetCore;
using Quire.Prompts.Tokens;

namespace Quire.Cli.Hosting;

/// <summary>How a host answers.</summary>
internal sealed record RestSettings
{
    /// <summary>The names that requests may carry, beside the loopback ones.</summary>
    public IReadOnlyList<string> Hosts { get; init; } = [];

    /// <summary>A cache outside the process; null for none.</summary>
    public SecondTier? SecondTier { get; init; }

    /// <summary>The hosts beside the public internet that requests may leave to.</summary>
    public IReadOnlyList<string> AllowOutbound { get; init; } = [];

    /// <summary>Counts tokens.</summary>
    public TokenCounter Tokens { get; init; } = TokenCounter.Estimating;
}
