using System.Diagnostics.CodeAnalysis;

namespace Quire.Versioning.Objects;

/// <summary>Objects in memory. Not safe for writers at once.</summary>
public sealed class ObjectStore : IObjectSource
{
    private readonly Dictionary<ObjectId, GitObject> _objects = [];

    /// <summary>How many objects there are.</summary>
    public int Count => _objects.Count;

    /// <summary>All objects, in no order.</summary>
    public IReadOnlyCollection<GitObject> All => _objects.Values;

    /// <summary>Adds an object; one that is there stays.</summary>
    /// <returns>Its id.</returns>
    public ObjectId Add(GitObject value)
    {
        _objects.TryAdd(value.Id, value);
        return value.Id;
    }

    /// <summary>Whether an object of this id is here.</summary>
    public bool Contains(ObjectId id) => _objects.ContainsKey(id);

    /// <inheritdoc/>
    public bool TryRead(ObjectId id, [NotNullWhen(true)] out GitObject? value) => _objects.TryGetValue(id, out value);
}
