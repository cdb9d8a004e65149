using System.Diagnostics.CodeAnalysis;
using Quire.Versioning.Objects;

namespace Quire.Versioning.History;

/// <summary>A cache of what walks need, so that commits need not be read and parsed. Commits it does not know are read from the objects.</summary>
public interface ICommitGraph
{
    /// <summary>Looks a commit up; false where it is not cached.</summary>
    bool TryGet(ObjectId id, [NotNullWhen(true)] out CommitNode? node);
}
