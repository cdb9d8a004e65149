using Quire.Versioning.Objects;

namespace Quire.Versioning.History;

/// <summary>What a client has to get.</summary>
/// <param name="Objects">The objects, each once, commits before their trees.</param>
/// <param name="Shallow">Commits whose parents the client will not have.</param>
/// <param name="Unshallow">Commits of which the client will have the parents now.</param>
/// <param name="Bases">Objects that the client has, and that deltas may stand on: those next to what is new.</param>
public sealed record FetchPlan(IReadOnlyList<(ObjectId Id, ObjectKind Kind)> Objects, IReadOnlyList<ObjectId> Shallow, IReadOnlyList<ObjectId> Unshallow, IReadOnlySet<ObjectId> Bases);
