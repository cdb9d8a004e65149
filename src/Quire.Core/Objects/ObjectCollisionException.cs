using Quire.Versioning.Objects;

namespace Quire.Core.Objects;

/// <summary>Two different contents claim one object id.</summary>
/// <param name="id">The id that both claim.</param>
public sealed class ObjectCollisionException(ObjectId id) : Exception($"Object {id} is already stored with other bytes.")
{
    /// <summary>The id that both claim.</summary>
    public ObjectId ObjectId { get; } = id;
}
