using System.Diagnostics.CodeAnalysis;
using Quire.Core.Stores;
using Quire.Versioning.Objects;

namespace Quire.Core.Objects;

/// <summary>Objects that will be needed, read with few queries; any other comes from the source below, and so does what could not be read, with its error.</summary>
internal sealed class ObjectsReadAhead(ISession session, long projectId, IReadOnlyCollection<ObjectId> ids, IObjectSource below) : IObjectSource
{
    private readonly Dictionary<ObjectId, GitObject> _read = session.Objects.ReadMany(projectId, ids, static (_, _) => { }).ToDictionary(found => found.Id);

    /// <inheritdoc/>
    public bool TryRead(ObjectId id, [NotNullWhen(true)] out GitObject? value) => _read.TryGetValue(id, out value) || below.TryRead(id, out value);
}
