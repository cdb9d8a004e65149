using Quire.Versioning.Objects;

namespace Quire.Core.Objects;

/// <summary>How an object is stored, without its bytes.</summary>
/// <param name="Id">The object's id.</param>
/// <param name="Kind">Its kind.</param>
/// <param name="Size">The size of its body in bytes.</param>
/// <param name="StoredBytes">The bytes that it takes, compressed.</param>
/// <param name="DeltaBase">The object that it is a delta of; null where it is whole.</param>
/// <param name="DeltaDepth">How many deltas must be applied at most to get the body.</param>
/// <param name="IsBase">Whether others are stored as deltas of it.</param>
public sealed record ObjectShape(ObjectId Id, ObjectKind Kind, long Size, long StoredBytes, ObjectId? DeltaBase, int DeltaDepth, bool IsBase);
