using System.Diagnostics.CodeAnalysis;
using Quire.Core.Caching;
using Quire.Core.Stores;
using Quire.Versioning;
using Quire.Versioning.Objects;
using Quire.Versioning.Packs;

namespace Quire.Core.Objects;

/// <summary>Objects read lately, by (project, id). Large blobs are left out: they are read once and parsed.</summary>
public sealed class ObjectCache
{
    private const long Budget = 64 * 1024 * 1024;
    private const int LargestBlob = 512 * 1024;
    // The tree of a folder with ten thousand prompts has half a megabyte, and a save reads it several times.
    private const int LargestTree = 4 * 1024 * 1024;
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

    /// <summary>Forgets everything: objects were removed.</summary>
    public void Clear() => _cache.Remove(static _ => true);

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
            if ((value = Read(id)) is null)
                return false;
            if (value.Body.Length <= (value.Kind == ObjectKind.Tree ? LargestTree : LargestBlob))
                cache._cache.Set((projectId, id), value);
            return true;
        }

        private GitObject? Read(ObjectId id)
        {
            if (session.Objects.ReadStored(projectId, [id]) is not [var entry])
                return null;
            return Inflated(entry) ?? (session.Objects.TryRead(projectId, id, out var value) ? value : null);
        }

        // Walks over history meet a tree's predecessor first: then one delta is applied instead of all that it stands on. Where the base is not at
        // hand, or anything is damaged, the store has the word.
        private GitObject? Inflated(StoredEntry entry)
        {
            GitObject? known = null;
            if (entry.DeltaBase is { } below && !cache._cache.TryGet((projectId, below), out known))
                return null;
            try
            {
                var stored = Zlib.Decompress(entry.Compressed, (int)entry.StoredSize);
                return GitObject.Known(entry.Id, entry.Kind, known is null ? stored : Delta.Apply(known.Body.Span, stored));
            }
            catch (VersioningException)
            {
                return null;
            }
        }
    }
}
