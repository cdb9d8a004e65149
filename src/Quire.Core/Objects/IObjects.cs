using System.Diagnostics.CodeAnalysis;
using Quire.Versioning.Objects;

namespace Quire.Core.Objects;

/// <summary>Git objects of a project, unique per (project, id), raw bytes kept.</summary>
public interface IObjects
{
    /// <summary>Reads one object; false when the project does not have it.</summary>
    bool TryRead(long projectId, ObjectId id, [MaybeNullWhen(false)] out GitObject found);

    /// <summary>The objects as they are stored, for packs; ids that are not there are left out, the order is any.</summary>
    IReadOnlyList<StoredEntry> ReadStored(long projectId, IReadOnlyCollection<ObjectId> ids);

    /// <summary>Those of <paramref name="ids"/> that the project has.</summary>
    IReadOnlySet<ObjectId> Existing(long projectId, IReadOnlyCollection<ObjectId> ids);

    /// <summary>
    /// The objects of those ids that are there, one body in memory at a time, with a bounded number of queries. What is damaged is told and left out.
    /// </summary>
    IEnumerable<GitObject> ReadMany(long projectId, IReadOnlyCollection<ObjectId> ids, Action<ObjectId, string> damaged);

    /// <summary>How those of <paramref name="ids"/> that are there are stored.</summary>
    IReadOnlyList<ObjectShape> Shapes(long projectId, IReadOnlyCollection<ObjectId> ids);

    /// <summary>Those of <paramref name="ids"/> that nobody handed in since <paramref name="time"/>, give or take ten minutes.</summary>
    IReadOnlyList<ObjectId> StagedBefore(long projectId, IReadOnlyCollection<ObjectId> ids, DateTimeOffset time);

    /// <summary>
    /// Keeps an object in another form: the delta, which the caller made. Nothing happens, and the answer is false, where the object is no longer whole, is itself
    /// a base, takes less room as it is, or where the base is gone or stands on too many deltas.
    /// </summary>
    bool StoreAsDelta(long projectId, DeltaBody body);

    /// <summary>
    /// Adds objects. One that is already there is compared byte for byte and counts as handed in again; a difference is an <see cref="ObjectCollisionException"/>.
    /// A tree that names its predecessor may be stored as a delta of it.
    /// </summary>
    void Add(long projectId, IReadOnlyCollection<StagedObject> objects);

    /// <summary>Up to <paramref name="limit"/> ids after <paramref name="after"/> in ascending order, for walks over the whole project.</summary>
    IReadOnlyList<ObjectId> List(long projectId, ObjectId? after, int limit);

    /// <summary>Removes objects; ids that are not there are ignored.</summary>
    void Remove(long projectId, IReadOnlyCollection<ObjectId> ids);
}
