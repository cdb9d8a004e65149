namespace Quire.Core.Search;

/// <summary>What a prompt must have, or must not have.</summary>
/// <param name="Words">Words that follow each other, folded; at least one.</param>
/// <param name="IsPrefix">Whether the last one is the beginning of a word.</param>
/// <param name="IsExcluded">Whether prompts that have it are left out.</param>
public sealed record SearchTerm(IReadOnlyList<string> Words, bool IsPrefix = false, bool IsExcluded = false);
