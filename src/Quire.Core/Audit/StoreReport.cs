namespace Quire.Core.Audit;

/// <summary>What a check of the store found.</summary>
/// <param name="Problems">One sentence per damage; empty when the store is sound.</param>
/// <param name="Objects">How many objects were read and hashed.</param>
/// <param name="Versions">How many numbered versions were followed to their content.</param>
/// <param name="Leaves">How many leaves of the ledger were recomputed.</param>
public sealed record StoreReport(IReadOnlyList<string> Problems, long Objects, long Versions, long Leaves)
{
    /// <summary>Whether nothing is wrong.</summary>
    public bool IsSound => Problems.Count == 0;
}
