using Quire.Versioning.Objects;

namespace Quire.Core.Objects;

/// <summary>An object as it is stored: what an entry of a pack copies.</summary>
/// <param name="Id">The object's id.</param>
/// <param name="Kind">Its kind.</param>
/// <param name="StoredSize">The size in bytes of what <paramref name="Compressed"/> inflates to: the body, or the delta.</param>
/// <param name="Compressed">The zlib stream of the body, or of a git delta.</param>
/// <param name="DeltaBase">The object that the delta applies to; null where the body is whole.</param>
public sealed record StoredEntry(ObjectId Id, ObjectKind Kind, long StoredSize, ReadOnlyMemory<byte> Compressed, ObjectId? DeltaBase);
