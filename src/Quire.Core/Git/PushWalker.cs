using Quire.Core.Objects;
using Quire.Versioning;
using Quire.Versioning.Commits;
using Quire.Versioning.History;
using Quire.Versioning.Objects;
using Quire.Versioning.Trees;

namespace Quire.Core.Git;

/// <summary>
/// Walks from the new tips of a push to what refs lead to already. On the way everything must be there, of the right kind, and every new tree must
/// keep the rules of trees. What it passes is what the push needs; the rest of the pack is left behind.
/// </summary>
internal sealed class PushWalker
{
    private readonly Quarantine _new;
    private readonly IObjectSource _all;
    private readonly CommitHistory _history;
    private readonly KnownCommits _known;
    private readonly CancellationToken _cancellation;
    private readonly HashSet<ObjectId> _seen = [];
    private readonly List<(ObjectId Id, ObjectId? MadeFrom)> _needed = [];

    /// <summary>Walks over new objects on top of stored ones.</summary>
    public PushWalker(Quarantine quarantine, IObjectSource stored, IEnumerable<ObjectId> tips, CancellationToken cancellation)
    {
        _new = quarantine;
        _all = LayeredObjects.Of(quarantine, stored);
        _history = new CommitHistory(_all);
        _known = new KnownCommits(_history, tips);
        _cancellation = cancellation;
    }

    /// <summary>The new objects that the tips need, each after all that it refers to, trees with the tree that they were made from.</summary>
    public IReadOnlyList<(ObjectId Id, ObjectId? MadeFrom)> Needed => _needed;

    /// <summary>Walks from one new tip.</summary>
    /// <exception cref="VersioningException">Something is missing, of another kind, or breaks a rule.</exception>
    public void Add(ObjectId tip)
    {
        var tags = new Stack<ObjectId>();
        var value = _all.Read(tip);
        for (; value.Kind == ObjectKind.Tag; value = _all.Read(Tag.Parse(value).Target, Tag.Parse(value).TargetKind))
        {
            if (tags.Count == VersioningLimits.TagDepth)
                throw new VersioningException(VersioningCodes.LimitExceeded, $"Tag {tip} points at more than {VersioningLimits.TagDepth} tags in a row.");
            tags.Push(value.Id);
        }
        if (value.Kind != ObjectKind.Commit)
            throw new VersioningException(VersioningCodes.WrongKind, $"Object {tip} leads to a {value.Kind.Name()}; branches and tags lead to commits.");
        foreach (var id in _history.ParentsFirst([value.Id], id => _seen.Contains(id) || _known.Contains(id)))
            AddCommit(id);
        foreach (var tag in tags)
            Need(tag, null);
    }

    private void AddCommit(ObjectId id)
    {
        _cancellation.ThrowIfCancellationRequested();
        var node = _history.Node(id);
        if (node.Tree != ObjectId.EmptyTree || _new.Contains(node.Tree))
            AddTree(node.Tree, node.Parents.Count > 0 ? _history.Node(node.Parents[0]).Tree : null, "", 0);
        Need(id, null);
    }

    private void AddTree(ObjectId id, ObjectId? before, string folder, int depth)
    {
        if (id == before || _seen.Contains(id))
            return;
        if (depth > VersioningLimits.TreeDepth)
            throw new VersioningException(VersioningCodes.LimitExceeded, $"The folders of '{folder}' stand in each other more than {VersioningLimits.TreeDepth} deep.");
        var body = Read(id, ObjectKind.Tree, folder).Body.Span;
        var tree = _new.Contains(id) ? Tree.ParseStrict(body, TreeRules.Base, folder) : Tree.Parse(body);
        var old = before is { } known ? _all.ReadTree(known) : Tree.Empty;
        foreach (var entry in tree.Entries)
        {
            var stood = old.TryGet(entry.Name, out var counterpart) && counterpart.Mode.SameType(entry.Mode);
            if (!stood || counterpart.Id != entry.Id)
                AddEntry(entry, stood ? counterpart.Id : null, GitPath.Join(folder, entry.Name), depth);
        }
        Need(id, before);
    }

    private void AddEntry(in TreeEntry entry, ObjectId? before, string path, int depth)
    {
        if (entry.Mode.IsTree())
        {
            AddTree(entry.Id, before, path, depth + 1);
            return;
        }
        if (_seen.Contains(entry.Id))
            return;
        Read(entry.Id, ObjectKind.Blob, path);
        Need(entry.Id, null);
    }

    private GitObject Read(ObjectId id, ObjectKind kind, string path)
    {
        if (!_all.TryRead(id, out var value))
            throw new VersioningException(VersioningCodes.MissingObject, $"The {kind.Name()} {id} of '{path}' is neither in the pack nor in the store.", "Push from a repository that is whole.");
        return value.Kind == kind ? value
            : throw new VersioningException(VersioningCodes.WrongKind, $"'{path}' should be a {kind.Name()}, but {id} is a {value.Kind.Name()}.");
    }

    private void Need(ObjectId id, ObjectId? madeFrom)
    {
        if (_seen.Add(id) && _new.Contains(id))
            _needed.Add((id, madeFrom));
    }
}
