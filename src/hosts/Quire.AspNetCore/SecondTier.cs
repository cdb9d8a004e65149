using Quire.Core.Caching;

namespace Quire.AspNetCore;

/// <summary>A cache outside the process, and what keeps others from reading and writing it. The caller opens it and closes it after the host has stopped.</summary>
/// <param name="Cache">The cache.</param>
/// <param name="Seal">Made from a secret that all nodes of the installation share.</param>
public sealed record SecondTier(ISecondTierCache Cache, SecondTierSeal Seal);
