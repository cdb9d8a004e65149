using System.Diagnostics.CodeAnalysis;
using Quire.Versioning.Commits;
using Quire.Versioning.Trees;

namespace Quire.Versioning.Objects;

/// <summary>
/// Collects the objects of a change on top of a store: reads see both. What is collected keeps its order, so an object comes after everything that
/// it refers to. What the store has already is collected too: nothing may refer to it there, and a collection of garbage may be under way. Not safe
/// for several threads at once.
/// </summary>
public sealed class StagingArea : IObjectSource, IObjectSink
{
    private readonly IObjectSource _below;
    private readonly Dictionary<ObjectId, StagedObject> _staged = [];
    private readonly List<StagedObject> _order = [];

    /// <summary>Stages on top of a store.</summary>
    public StagingArea(IObjectSource below) => _below = below;

    /// <summary>The objects of the change, in the order in which they were added.</summary>
    public IReadOnlyList<StagedObject> Objects => _order;

    /// <summary>
    /// The new objects that some roots lead to, in the order in which they were added. A merge also makes objects that its result does not need
    /// (merged merge bases, trees of a conflicted attempt); this leaves them out.
    /// </summary>
    public IReadOnlyList<StagedObject> ReachableFrom(params IEnumerable<ObjectId> roots)
    {
        var needed = new HashSet<ObjectId>();
        var open = new Stack<ObjectId>(roots);
        while (open.TryPop(out var id))
        {
            if (!_staged.TryGetValue(id, out var staged) || !needed.Add(id))
                continue;
            foreach (var next in References(staged.Value))
                open.Push(next);
        }
        return _order.FindAll(s => needed.Contains(s.Value.Id));
    }

    /// <summary>Adds an object, once.</summary>
    /// <param name="value">The object.</param>
    /// <param name="madeFrom">A tree's predecessor, as which's delta it may be stored.</param>
    /// <returns>The object's id.</returns>
    /// <exception cref="VersioningException"><see cref="VersioningCodes.IdCollision"/>: an object of this id is there, with other bytes.</exception>
    public ObjectId Add(GitObject value, ObjectId? madeFrom = null)
    {
        if (TryRead(value.Id, out var there))
            CheckSame(there, value);
        if (_staged.ContainsKey(value.Id))
            return value.Id;
        var staged = new StagedObject(value, madeFrom);
        _staged.Add(value.Id, staged);
        _order.Add(staged);
        return value.Id;
    }

    /// <inheritdoc/>
    public void Put(GitObject value) => Add(value);

    /// <summary>Adds a blob of these bytes.</summary>
    public ObjectId AddBlob(ReadOnlyMemory<byte> content) => Add(GitObject.Blob(content));

    /// <inheritdoc/>
    public bool TryRead(ObjectId id, [NotNullWhen(true)] out GitObject? value)
    {
        if (!_staged.TryGetValue(id, out var staged))
            return _below.TryRead(id, out value);
        value = staged.Value;
        return true;
    }

    // SHA-1 can be made to collide; what was there first stays, and the other is refused.
    private static void CheckSame(GitObject there, GitObject value)
    {
        if (there.Kind != value.Kind || !there.Body.Span.SequenceEqual(value.Body.Span))
            throw new VersioningException(VersioningCodes.IdCollision, $"Object {value.Id} is there already, with other bytes.") { Subject = value.Id.ToString() };
    }

    private static IEnumerable<ObjectId> References(GitObject value) => value.Kind switch
    {
        ObjectKind.Tree => Tree.Parse(value.Body.Span).Entries.Select(e => e.Id),
        ObjectKind.Commit => Commit.Parse(value) is var commit ? commit.Parents.Append(commit.Tree) : [],
        ObjectKind.Tag => [Tag.Parse(value).Target],
        _ => [],
    };
}
