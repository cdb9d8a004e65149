namespace Quire.Core.Audit;

/// <summary>One entry of the audit ledger: what one change did, by whom.</summary>
/// <param name="OrganisationId">The organisation.</param>
/// <param name="Sequence">The number of the change.</param>
/// <param name="At">When it happened.</param>
/// <param name="Actor">The id of the key or person.</param>
/// <param name="Body">What happened, as JSON.</param>
/// <param name="Hash">SHA-256 over the previous leaf's hash and this leaf's content.</param>
public sealed record LedgerLeaf(long OrganisationId, long Sequence, DateTimeOffset At, string Actor, string Body, byte[] Hash);
