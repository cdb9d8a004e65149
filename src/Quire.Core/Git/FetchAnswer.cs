using Quire.Versioning.Objects;

namespace Quire.Core.Git;

/// <summary>What a client gets.</summary>
/// <param name="ProjectId">The project.</param>
/// <param name="Common">What both have, of what the client named.</param>
/// <param name="IsReady">Whether enough is known to send the objects.</param>
/// <param name="Objects">The objects; empty where it is not ready.</param>
/// <param name="Shallow">Commits whose parents the client will not have.</param>
/// <param name="Unshallow">Commits of which it will have the parents now.</param>
/// <param name="Bases">Objects that it has, and that deltas may stand on.</param>
public sealed record FetchAnswer(
    long ProjectId, IReadOnlyList<ObjectId> Common, bool IsReady, IReadOnlyList<ObjectId> Objects, IReadOnlyList<ObjectId> Shallow, IReadOnlyList<ObjectId> Unshallow,
    IReadOnlySet<ObjectId> Bases);
