using System.Diagnostics.CodeAnalysis;
using Quire.Core.Caching;
using Quire.Core.Stores;
using Quire.Versioning.Objects;

namespace Quire.Core.Objects;

/// <summary>Objects read lately, by (project, id). Large blobs are left out: they are read once and parsed.</summary>
public sealed class ObjectCache
{
    private const long Budget = 64 * 1024 * 1024;
    private const int Largest = 512 * 1024;
    private readonly MemoryCache<(long Project, ObjectId Id), GitObject> _cache;
    private readonly long _overlaid;
    private readonly Dictionary<ObjectId, GitObject> _overlay = [];

    /// <summary>An empty cache.</summary>
    public ObjectCache() => _cache = new(Budget, static (_, value) => value.Body.Length);

    private ObjectCache(ObjectCache below, long projectId, IReadOnlyList<StagedObject> overlay)
    {
        (_cache, _overlaid) = (below._cache, projectId);
        foreach (var one in overlay)
            _overlay[one.Value.Id] = one.Value;
    }

    /// <summary>The objects of one project as a session sees them, through this cache.</summary>
    public IObjectSource Source(ISession session, long projectId) => new ProjectObjects(this, session, projectId);

    /// <summary>This cache with objects of a project that are not stored and never enter it.</summary>
    internal ObjectCache With(long projectId, IReadOnlyList<StagedObject> overlay) => new(this, projectId, overlay);

    private sealed class ProjectObjects(ObjectCache cache, ISession session, long projectId) : IObjectSource
    {
        public bool TryRead(ObjectId id, [NotNullWhen(true)] out GitObject? value)
        {
            if (projectId == cache._overlaid && cache._overlay.TryGetValue(id, out value))
                return true;
            if (cache._cache.TryGet((projectId, id), out value))
                return true;
            if (!session.Objects.TryRead(projectId, id, out value))
                return false;
            if (value.Body.Length <= Largest)
                cache._cache.Set((projectId, id), value);
            return true;
        }
    }
}
