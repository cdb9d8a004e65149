using Quire.Core.Objects;
using Quire.Core.Organisations;
using Quire.Core.Prompts;
using Quire.Core.Stores;
using Quire.Versioning.Objects;
using Quire.Versioning.Packs;

namespace Quire.Core.Collecting;

/// <summary>
/// Stores the older contents of each prompt as deltas of newer ones, where that is smaller. The newest stays whole, and so does what others are deltas of
/// already: a chain only ever grows at its older end, so no depth that is written down becomes wrong. Deltas are made outside of any transaction.
/// </summary>
internal sealed class Repacking(IStore store, Project project)
{
    private const int Page = 200;
    private const int Smallest = 160;
    private const int Depth = 32;
    private const int StepBack = 8;

    /// <summary>The objects that are deltas now, and the bytes that this saved.</summary>
    public (long Objects, long Bytes) Repacked { get; private set; }

    /// <summary>Repacks every prompt of the project.</summary>
    public async Task Run(CancellationToken cancellation)
    {
        foreach (var prompt in await store.Read(session => session.Prompts.Ids(project.Id), cancellation))
            await Repack(prompt, cancellation);
    }

    private async Task Repack(long prompt, CancellationToken cancellation)
    {
        var newer = new List<ObjectId>();
        long? before = null;
        while (await store.Read(session => Load(session, prompt, before, newer), cancellation) is { Versions.Count: > 0 } page)
        {
            var deltas = Deltas(page.Blobs, newer, cancellation);
            if (deltas.Count > 0)
                Add(await store.Write(session => Write(session, deltas), cancellation));
            before = page.Versions[^1].Number;
        }
    }

    private void Add((long Objects, long Bytes) part) => Repacked = (Repacked.Objects + part.Objects, Repacked.Bytes + part.Bytes);

    private (IReadOnlyList<PromptVersion> Versions, List<Blob> Blobs) Load(ISession session, long prompt, long? before, List<ObjectId> newer)
    {
        var versions = session.Versions.List(project.Id, prompt, before, Page);
        var wanted = newer.TakeLast(StepBack).Concat(versions.Select(version => version.Blob)).Distinct().ToList();
        var shapes = session.Objects.Shapes(project.Id, wanted).ToDictionary(shape => shape.Id);
        // Nothing to do here for a prompt that was repacked before; then nothing is read either.
        if (!shapes.Values.Any(IsOpen))
            return (versions, []);
        var bodies = session.Objects.ReadMany(project.Id, wanted, static (_, _) => { }).ToDictionary(value => value.Id);
        return (versions, [.. wanted.Where(bodies.ContainsKey).Select(id => new Blob(shapes[id], bodies[id]))]);
    }

    private static bool IsOpen(ObjectShape shape) => shape is { DeltaBase: null, IsBase: false, Size: >= Smallest };

    private static List<(DeltaBody Delta, long Saved)> Deltas(List<Blob> blobs, List<ObjectId> newer, CancellationToken cancellation)
    {
        var found = new List<(DeltaBody, long)>();
        var depths = new Dictionary<ObjectId, int>();
        for (var i = 0; i < blobs.Count; i++)
        {
            cancellation.ThrowIfCancellationRequested();
            var (shape, value) = blobs[i];
            depths[shape.Id] = shape.DeltaDepth;
            if (!newer.Contains(shape.Id) && Base(blobs, i, depths) is { } below && IsOpen(shape) && Make(value, below) is { } delta && delta.Compressed.Length < shape.StoredBytes)
            {
                found.Add((delta, shape.StoredBytes - delta.Compressed.Length));
                depths[shape.Id] = depths[below.Id] + 1;
            }
        }
        newer.AddRange(blobs.TakeLast(StepBack).Select(blob => blob.Shape.Id));
        return found;
    }

    // The next newer one; where the chain is full there, the one a few steps up with the shortest chain.
    private static GitObject? Base(List<Blob> blobs, int at, Dictionary<ObjectId, int> depths)
    {
        if (at == 0)
            return null;
        var chosen = blobs[at - 1];
        if (depths[chosen.Shape.Id] >= Depth)
            chosen = blobs.Take(at).TakeLast(StepBack).MinBy(blob => depths[blob.Shape.Id])!;
        return depths[chosen.Shape.Id] < Depth ? chosen.Value : null;
    }

    private static DeltaBody Make(GitObject value, GitObject below)
    {
        var delta = Delta.Encode(below.Body.Span, value.Body.Span);
        return new DeltaBody(value.Id, below.Id, delta.Length, Zlib.Compress(delta));
    }

    private (long Objects, long Bytes) Write(ISession session, List<(DeltaBody Delta, long Saved)> deltas)
    {
        var stored = deltas.Where(item => session.Objects.StoreAsDelta(project.Id, item.Delta)).ToList();
        return (stored.Count, stored.Sum(item => item.Saved));
    }

    private sealed record Blob(ObjectShape Shape, GitObject Value);
}
