using Quire.Versioning.Objects;

namespace Quire.Core.Objects;

/// <summary>Another form of an object: a delta of an older or newer one.</summary>
/// <param name="Id">The object's id.</param>
/// <param name="DeltaBase">The object that the delta applies to.</param>
/// <param name="InflatedSize">The size of the delta in bytes.</param>
/// <param name="Compressed">The zlib stream of the delta.</param>
public sealed record DeltaBody(ObjectId Id, ObjectId DeltaBase, int InflatedSize, byte[] Compressed);
