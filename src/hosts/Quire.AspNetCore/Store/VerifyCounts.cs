namespace Quire.AspNetCore.Store;

/// <summary>How much a check of the store read.</summary>
/// <param name="Objects">Objects that were read and hashed.</param>
/// <param name="Versions">Numbered versions that were followed to their content.</param>
/// <param name="Leaves">Leaves of the ledger that were recomputed.</param>
internal sealed record VerifyCounts(long Objects, long Versions, long Leaves);
