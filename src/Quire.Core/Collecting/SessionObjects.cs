using System.Diagnostics.CodeAnalysis;
using Quire.Core.Caching;
using Quire.Core.Stores;
using Quire.Versioning.Objects;

namespace Quire.Core.Collecting;

/// <summary>The objects of a project, read through whatever session is open: a collection outlives each of its sessions.</summary>
internal sealed class SessionObjects(long projectId) : IObjectSource
{
    private const long Budget = 64 * 1024 * 1024;

    // Its own, so that a walk over everything does not drive out what callers read.
    private readonly MemoryCache<ObjectId, GitObject> _trees = new(Budget, static (_, value) => value.Body.Length);

    /// <summary>The session that is open now.</summary>
    public ISession? Session { get; set; }

    /// <inheritdoc/>
    public bool TryRead(ObjectId id, [NotNullWhen(true)] out GitObject? value)
    {
        if (_trees.TryGet(id, out value))
            return true;
        if (!Session!.Objects.TryRead(projectId, id, out value))
            return false;
        if (value.Kind == ObjectKind.Tree)
            _trees.Set(id, value);
        return true;
    }
}
