using System.Diagnostics.CodeAnalysis;

namespace Quire.Versioning.Objects;

/// <summary>Where objects come from. Implementations may cache; the same id always gives the same bytes.</summary>
public interface IObjectSource
{
    /// <summary>Reads one object; false where the source has none of this id.</summary>
    bool TryRead(ObjectId id, [NotNullWhen(true)] out GitObject? value);
}
