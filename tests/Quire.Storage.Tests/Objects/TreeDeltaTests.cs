using System.Text;
using Quire.Core.Errors;
using Quire.Core.Objects;
using Quire.Core.Stores;
using Quire.Storage.Sessions;
using Quire.Storage.Tests.Support;
using Quire.Versioning.Objects;
using Quire.Versioning.Packs;

namespace Quire.Storage.Tests.Objects;

public sealed class TreeDeltaTests(Stores stores)
{
    [Theory, EveryDatabase]
    public async Task Trees_made_from_trees_come_back_whole_and_take_less_room(Database database)
    {
        var scene = await stores.Scene(database);
        var trees = Trees(100);

        await scene.Write(session => session.Objects.Add(scene.ProjectId, Chained(trees)));

        await ShouldHave(scene, trees);
        var (deltas, deepest, bytes) = await scene.Read(session => Stored(session, scene.ProjectId));
        // Only the first is whole. In base seven the deepest of the first hundred is 166, thirteen deltas.
        deltas.ShouldBe(99);
        deepest.ShouldBe(13);
        bytes.ShouldBeLessThan(trees.Sum(tree => tree.Body.Length) / 30);
    }

    [Theory, EveryDatabase]
    public async Task The_base_may_have_been_stored_before(Database database)
    {
        var scene = await stores.Scene(database);
        var trees = Trees(40);

        for (var i = 0; i < trees.Count; i++)
        {
            var staged = Chained(trees)[i];
            await scene.Write(session => session.Objects.Add(scene.ProjectId, [staged]));
        }

        await ShouldHave(scene, trees);
        (await scene.Read(session => Stored(session, scene.ProjectId))).Deepest.ShouldBe(10);
        await scene.Write(session => session.Objects.Add(scene.ProjectId, Chained(trees)));
        (await scene.Read(session => session.Objects.List(scene.ProjectId, null, 100))).Count.ShouldBe(40);
    }

    [Theory, EveryDatabase]
    public async Task Stored_objects_come_as_streams_that_inflate_to_the_body_or_to_a_delta_of_a_base(Database database)
    {
        var scene = await stores.Scene(database);
        var other = await scene.AnotherProject();
        var trees = Trees(2);
        var blob = GitObject.Blob(new byte[1000]);
        await scene.Write(session => session.Objects.Add(scene.ProjectId, [new StagedObject(blob, null), .. Chained(trees)]));

        var stored = (await scene.Read(session => session.Objects.ReadStored(scene.ProjectId, [trees[1].Id, Scene.Id(3), blob.Id, trees[0].Id]))).ToDictionary(entry => entry.Id);

        stored.Keys.ShouldBe([trees[0].Id, trees[1].Id, blob.Id], ignoreOrder: true);
        foreach (var whole in new[] { blob, trees[0] })
        {
            (stored[whole.Id].Kind, stored[whole.Id].DeltaBase).ShouldBe((whole.Kind, null));
            Inflate(stored[whole.Id]).ShouldBe(whole.Body.ToArray());
        }
        (stored[trees[1].Id].Kind, stored[trees[1].Id].DeltaBase).ShouldBe((ObjectKind.Tree, trees[0].Id));
        Delta.Apply(trees[0].Body.Span, Inflate(stored[trees[1].Id])).ShouldBe(trees[1].Body.ToArray());
        (await scene.Read(session => session.Objects.ReadStored(other.Id, [blob.Id]))).ShouldBeEmpty();
        (await scene.Read(session => session.Objects.ReadStored(scene.ProjectId, []))).ShouldBeEmpty();
    }

    [Theory, EveryDatabase]
    public async Task A_base_that_is_not_there_or_is_no_tree_or_comes_later_is_no_base(Database database)
    {
        var scene = await stores.Scene(database);
        var trees = Trees(4);
        var blob = GitObject.Blob(trees[0].Body);

        await scene.Write(session => session.Objects.Add(scene.ProjectId,
        [
            new StagedObject(blob, null),
            new StagedObject(trees[0], Scene.Id(5)),
            new StagedObject(trees[1], blob.Id),
            new StagedObject(trees[2], trees[3].Id),
            new StagedObject(trees[3], trees[3].Id),
        ]));

        (await scene.Read(session => Stored(session, scene.ProjectId))).Deltas.ShouldBe(0);
        await ShouldHave(scene, trees);
    }

    [Theory, EveryDatabase]
    public async Task A_tree_of_which_nothing_is_left_is_stored_whole(Database database)
    {
        var scene = await stores.Scene(database);
        var (first, other) = (Trees(1)[0], Tree(0, 50, "other"));

        await scene.Write(session => session.Objects.Add(scene.ProjectId, [new StagedObject(first, null), new StagedObject(other, first.Id)]));

        (await scene.Read(session => Stored(session, scene.ProjectId))).Deltas.ShouldBe(0);
    }

    [Theory, EveryDatabase]
    public async Task What_stands_on_a_removed_tree_stays_readable(Database database)
    {
        var scene = await stores.Scene(database);
        var trees = Trees(20);
        await scene.Write(session => session.Objects.Add(scene.ProjectId, Chained(trees)));

        await scene.Write(session => session.Objects.Remove(scene.ProjectId, [trees[0].Id, trees[1].Id, trees[10].Id]));

        await ShouldHave(scene, [.. trees[2..10], .. trees[11..]]);
        (await scene.Read(session => session.Objects.List(scene.ProjectId, null, 100))).Count.ShouldBe(17);
    }

    [Theory]
    [EveryDatabase]
    public async Task Damage_is_named_and_never_read_as_an_object(Database database)
    {
        var scene = await stores.Scene(database);
        var trees = Trees(3);
        await scene.Write(session => session.Objects.Add(scene.ProjectId, Chained(trees)));

        foreach (var (damage, victim) in new[]
        {
            ("UPDATE objects SET stored_size = stored_size + 1 WHERE project_id = @ProjectId AND oid = @id", trees[2]),
            ("UPDATE objects SET delta_base = @top WHERE project_id = @ProjectId AND oid = @id", trees[1]),
            ("DELETE FROM objects WHERE project_id = @ProjectId AND oid = @id", trees[0]),
        })
        {
            await scene.Write(session => ((SqlSession)session).Db.Execute(damage, new { scene.ProjectId, id = victim.Id.ToByteArray(), top = trees[2].Id.ToByteArray() }));
            var error = await Should.ThrowAsync<QuireException>(() => scene.Read(session => session.Objects.TryRead(scene.ProjectId, trees[2].Id, out _)));
            error.Error.Code.ShouldBe(StoreCodes.Damaged);
            error.Error.Message.ShouldContain(trees[2].Id.ToString());
        }
    }

    private static List<StagedObject> Chained(List<GitObject> trees) => [.. trees.Select((tree, index) => new StagedObject(tree, index == 0 ? null : trees[index - 1].Id))];

    /// <summary>Trees that differ from their predecessor in one entry.</summary>
    private static byte[] Inflate(StoredEntry entry) => Zlib.Decompress(entry.Compressed, (int)entry.StoredSize);

    private static List<GitObject> Trees(int count) => [.. Enumerable.Range(0, count).Select(version => Tree(version, 100, "file"))];

    private static GitObject Tree(int version, int entries, string name)
    {
        var body = new MemoryStream();
        for (var entry = 0; entry < entries; entry++)
        {
            body.Write(Encoding.ASCII.GetBytes($"100644 {name}{entry:d4}.prompt.md\0"));
            var bytes = new byte[20];
            new Random(HashCode(entry, entry == version % entries ? version + 1 : 0, name.Length)).NextBytes(bytes);
            body.Write(bytes);
        }
        return new GitObject(ObjectKind.Tree, body.ToArray());
    }

    private static int HashCode(int entry, int version, int length) => (entry * 1_000_003) + (version * 7919) + length;

    private static Task ShouldHave(Scene scene, IReadOnlyCollection<GitObject> objects) => scene.Read(session =>
    {
        foreach (var expected in objects)
        {
            session.Objects.TryRead(scene.ProjectId, expected.Id, out var found).ShouldBeTrue();
            found!.Kind.ShouldBe(expected.Kind);
            found.Body.Span.SequenceEqual(expected.Body.Span).ShouldBeTrue();
        }
        return 0;
    });

    private static (long Deltas, long Deepest, long Bytes) Stored(ISession session, long projectId)
    {
        var db = ((SqlSession)session).Db;
        return (
            db.Find<long>("SELECT count(delta_base) FROM objects WHERE project_id = @projectId", new { projectId }),
            db.Find<long>("SELECT max(delta_depth) FROM objects WHERE project_id = @projectId", new { projectId }),
            (long)db.Find<decimal>("SELECT sum(length(body)) FROM objects WHERE project_id = @projectId", new { projectId }));
    }
}
