using Quire.Versioning.Objects;

namespace Quire.Versioning.History;

/// <summary>What a walk over history needs of a commit.</summary>
/// <param name="Id">The commit.</param>
/// <param name="Tree">Its root tree.</param>
/// <param name="Parents">Its parents, the first one first.</param>
/// <param name="Time">The committer's time, in seconds since 1970.</param>
/// <param name="Generation">One more than the greatest of its parents' (1 for a root); 0 where it is not known.</param>
public sealed record CommitNode(ObjectId Id, ObjectId Tree, IReadOnlyList<ObjectId> Parents, long Time, int Generation = 0);
