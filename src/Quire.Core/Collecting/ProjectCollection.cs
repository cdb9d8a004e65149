namespace Quire.Core.Collecting;

/// <summary>What a collection did in one project.</summary>
/// <param name="Project">The project's name.</param>
/// <param name="Reachable">Objects that pointers, versions or the ledger hold.</param>
/// <param name="Kept">Objects that nothing refers to, and that are too young to be swept, or that such an object refers to.</param>
/// <param name="Swept">Objects that were removed; in a dry run those that would be.</param>
/// <param name="SweptBytes">The bytes that those took, compressed.</param>
/// <param name="Repacked">Objects that are now stored as deltas.</param>
/// <param name="RepackedBytes">The bytes that this saved.</param>
public sealed record ProjectCollection(string Project, long Reachable, long Kept, long Swept, long SweptBytes, long Repacked, long RepackedBytes);
