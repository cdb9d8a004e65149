using System.Diagnostics.CodeAnalysis;
using Quire.Versioning.Objects;

namespace Quire.Core.Objects;

/// <summary>The objects of a change, read from the change itself.</summary>
internal sealed class StagedObjects(IEnumerable<StagedObject> staged) : IObjectSource
{
    private readonly Dictionary<ObjectId, GitObject> _values = staged.ToDictionary(one => one.Value.Id, one => one.Value);

    /// <inheritdoc/>
    public bool TryRead(ObjectId id, [NotNullWhen(true)] out GitObject? value) => _values.TryGetValue(id, out value);
}
