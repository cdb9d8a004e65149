namespace Quire.AspNetCore.Prompts;

/// <summary>An alias of a prompt.</summary>
/// <param name="Alias">The name.</param>
/// <param name="Version">The version that it names.</param>
/// <param name="UpdatedAt">When it last moved.</param>
internal sealed record AliasEntry(string Alias, long Version, DateTimeOffset UpdatedAt);
