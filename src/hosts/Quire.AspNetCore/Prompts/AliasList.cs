namespace Quire.AspNetCore.Prompts;

/// <summary>The aliases of a prompt.</summary>
/// <param name="Items">By name.</param>
internal sealed record AliasList(IReadOnlyList<AliasEntry> Items);
