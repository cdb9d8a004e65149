using Quire.Core.Objects;
using Quire.Core.Organisations;
using Quire.Core.Stores;
using Quire.Versioning.Objects;

namespace Quire.Core.Collecting;

/// <summary>
/// Removes what nothing holds, in transactions small enough that writers hardly wait. Each looks again: at what changes have come to hold since the walk, and at
/// what was handed in again. Each counts as a sweep of the project, so that a change that was prepared before it hands its objects in again.
/// </summary>
internal sealed class Sweeping(IStore store, Project project, Marking marking, DateTimeOffset youngSince)
{
    private const int Batch = 500;

    /// <summary>The objects and the bytes that go, or would go.</summary>
    public (long Objects, long Bytes) Swept { get; private set; }

    /// <summary>Counts what would go.</summary>
    public async Task Look(CancellationToken cancellation)
    {
        foreach (var chunk in marking.Candidates.Chunk(Batch))
            Add(await store.Read(session => Total(session.Objects.Shapes(project.Id, chunk)), cancellation));
    }

    /// <summary>Sweeps. What leads to others goes before what it leads to, so that a pointer can never be set to something half gone.</summary>
    public async Task Run(CancellationToken cancellation)
    {
        foreach (var chunk in (await InOrder(cancellation)).Chunk(Batch))
            Add(await store.Write(session => Sweep(session, chunk, cancellation), cancellation));
    }

    private async Task<IEnumerable<ObjectId>> InOrder(CancellationToken cancellation)
    {
        var shapes = new List<(ObjectId Id, int Rank)>();
        foreach (var chunk in marking.Candidates.Chunk(Batch))
            shapes.AddRange(await store.Read(session => session.Objects.Shapes(project.Id, chunk).Select(shape => (shape.Id, Rank(shape.Kind))).ToList(), cancellation));
        return shapes.OrderBy(shape => shape.Rank).Select(shape => shape.Id);
    }

    private static int Rank(ObjectKind kind) => kind switch
    {
        ObjectKind.Tag => 0,
        ObjectKind.Commit => 1,
        ObjectKind.Tree => 2,
        _ => 3,
    };

    private (long Objects, long Bytes) Sweep(ISession session, ObjectId[] chunk, CancellationToken cancellation)
    {
        marking.Extend(session, cancellation);
        var gone = session.Objects.StagedBefore(project.Id, [.. chunk.Where(id => !marking.Holds(id))], youngSince);
        var total = Total(session.Objects.Shapes(project.Id, gone));
        if (gone.Count > 0)
            session.Projects.CountSweep(project.OrganisationId, project.Id);
        session.Objects.Remove(project.Id, gone);
        return total;
    }

    private static (long Objects, long Bytes) Total(IReadOnlyList<ObjectShape> shapes) => (shapes.Count, shapes.Sum(shape => shape.StoredBytes));

    private void Add((long Objects, long Bytes) part) => Swept = (Swept.Objects + part.Objects, Swept.Bytes + part.Bytes);
}
