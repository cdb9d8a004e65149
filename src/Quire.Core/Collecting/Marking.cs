using Quire.Core.Errors;
using Quire.Core.Git;
using Quire.Core.Organisations;
using Quire.Core.Stores;
using Quire.Versioning;
using Quire.Versioning.History;
using Quire.Versioning.Objects;

namespace Quire.Core.Collecting;

/// <summary>
/// What must stay in one project: all that refs, numbered versions and the ledger lead to, and all that young objects lead to, since somebody may be about to
/// use those. What survives is closed: whatever it refers to survives too.
/// </summary>
internal sealed class Marking(Project project)
{
    private const int Page = 1_000;
    private readonly SessionObjects _source = new(project.Id);
    private readonly List<ObjectId> _candidates = [];
    private ObjectWalker? _walker;
    private long _sequence;
    private bool _torn;

    private ObjectWalker Walker => _walker ??= new ObjectWalker(new CommitHistory(_source));

    /// <summary>How many objects are held.</summary>
    public long Reachable { get; private set; }

    /// <summary>How many are kept because they, or what refers to them, are young.</summary>
    public long Kept { get; private set; }

    /// <summary>The objects that may be swept.</summary>
    public IReadOnlyList<ObjectId> Candidates => _candidates;

    /// <summary>Walks over everything on a snapshot.</summary>
    public void Run(ISession session, DateTimeOffset youngSince, CancellationToken cancellation)
    {
        _source.Session = session;
        _sequence = session.Organisations.Get(project.OrganisationId)!.Sequence;
        foreach (var found in GitRefs.All(session, project.Id, "refs/"))
            Walk(found.Target, cancellation);
        foreach (var commit in session.Versions.HeldCommits(project.Id))
            Walk(commit, cancellation);
        foreach (var id in LedgerHolds.Of(session, project.OrganisationId, project.Id, 0))
            WalkIfThere(id, cancellation);
        Reachable = Walker.SeenCount;
        Sort(session, youngSince, cancellation);
        Kept = Walker.SeenCount - Reachable;
    }

    /// <summary>In the sweeping transaction: marks what changes since the walk, or since the last look, have come to hold.</summary>
    public void Extend(ISession session, CancellationToken cancellation)
    {
        // A walk that broke off has marked commits without what they lead to; nothing may be swept by such marks.
        if (_torn)
            throw new QuireException(ErrorKind.Conflict, "gc_interrupted", "Writers moved pointers while objects were being swept.", "Run it again; what was swept stays swept.");
        _torn = true;
        _source.Session = session;
        // Where it began is not moved on: the transaction may be undone. Walking twice over what is marked costs nothing.
        foreach (var id in LedgerHolds.Of(session, project.OrganisationId, project.Id, _sequence))
            WalkIfThere(id, cancellation);
        _torn = false;
    }

    /// <summary>Whether an object must stay.</summary>
    public bool Holds(ObjectId id) => Walker.HasSeen(id);

    // Page by page over all ids; nothing of the objects themselves is read.
    private void Sort(ISession session, DateTimeOffset youngSince, CancellationToken cancellation)
    {
        var loose = new List<ObjectId>();
        ObjectId? after = null;
        while (session.Objects.List(project.Id, after, Page) is { Count: > 0 } page)
        {
            loose.AddRange(page.Where(id => !Walker.HasSeen(id)));
            after = page[^1];
        }
        foreach (var chunk in loose.Chunk(Page))
        {
            var old = session.Objects.StagedBefore(project.Id, chunk, youngSince).ToHashSet();
            foreach (var young in chunk.Where(id => !old.Contains(id)))
                WalkLoose(young, cancellation);
        }
        _candidates.AddRange(loose.Where(id => !Walker.HasSeen(id)));
    }

    private void Walk(ObjectId tip, CancellationToken cancellation)
    {
        if (Walker.HasSeen(tip))
            return;
        foreach (var _ in Walker.From(tip))
            cancellation.ThrowIfCancellationRequested();
    }

    private void WalkIfThere(ObjectId tip, CancellationToken cancellation)
    {
        if (!Walker.HasSeen(tip) && _source.TryRead(tip, out _))
            Walk(tip, cancellation);
    }

    // What nothing refers to need not be whole: a part of it may have been swept before.
    private void WalkLoose(ObjectId tip, CancellationToken cancellation)
    {
        try
        {
            Walk(tip, cancellation);
        }
        catch (VersioningException error) when (error.Code == VersioningCodes.MissingObject)
        {
            Walker.Exclude(tip);
        }
    }
}
