namespace Quire.Core.Seeding;

/// <summary>What became of the default prompts.</summary>
/// <param name="Items">One by one, in the order of the manifest.</param>
/// <param name="Sequence">The number of the change; of the organisation's last one where nothing was seeded.</param>
public sealed record SeedResult(IReadOnlyList<SeededItem> Items, long Sequence);
