using Quire.Versioning.Objects;

namespace Quire.Storage.Objects;

/// <summary>A tree that others may be stored as deltas of.</summary>
/// <param name="Row">Its row, stored already or about to be.</param>
/// <param name="Value">Its body where it is at hand; null where it is read from the rows.</param>
internal sealed record DeltaNode(StoredObject Row, GitObject? Value);
