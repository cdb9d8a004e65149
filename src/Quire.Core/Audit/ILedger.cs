namespace Quire.Core.Audit;

/// <summary>The rows of the audit ledger.</summary>
public interface ILedger
{
    /// <summary>The last leaf of the organisation, or null.</summary>
    LedgerLeaf? Last(long organisationId);

    /// <summary>Appends a leaf.</summary>
    void Add(LedgerLeaf leaf);

    /// <summary>Leaves after <paramref name="sequence"/>, in order.</summary>
    IReadOnlyList<LedgerLeaf> List(long organisationId, long sequence, int limit);
}
