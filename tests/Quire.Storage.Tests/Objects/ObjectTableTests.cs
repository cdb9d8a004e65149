using System.Text;
using Quire.Core.Objects;
using Quire.Storage.Tests.Support;
using Quire.Testing;
using Quire.Versioning.Objects;

namespace Quire.Storage.Tests.Objects;

public sealed class ObjectTableTests(Stores stores)
{
    [Theory, EveryDatabase]
    public async Task Every_kind_comes_back_byte_for_byte(Database database)
    {
        var scene = await stores.Scene(database);
        var random = Seeds.NewRandom();
        var objects = Enum.GetValues<ObjectKind>().SelectMany(kind => new[] { 0, 1, 20, 1000, 300_000 }.Select(size => Random(random, kind, size))).ToList();

        await scene.Write(session => session.Objects.Add(scene.ProjectId, Staged(objects)));

        await scene.Read(session =>
        {
            foreach (var expected in objects)
            {
                session.Objects.TryRead(scene.ProjectId, expected.Id, out var found).ShouldBeTrue();
                found!.Kind.ShouldBe(expected.Kind);
                found.Id.ShouldBe(expected.Id);
                found.Body.Span.SequenceEqual(expected.Body.Span).ShouldBeTrue();
            }
            return 0;
        });
    }

    [Theory, EveryDatabase]
    public async Task Objects_belong_to_their_project(Database database)
    {
        var scene = await stores.Scene(database);
        var other = await scene.AnotherProject();
        var blob = Blob("text");
        await scene.Write(session => session.Objects.Add(scene.ProjectId, Staged([blob])));

        (await scene.Read(session => session.Objects.TryRead(other.Id, blob.Id, out _))).ShouldBeFalse();
        (await scene.Read(session => session.Objects.Existing(other.Id, [blob.Id]))).ShouldBeEmpty();
        (await scene.Read(session => session.Objects.List(other.Id, null, 10))).ShouldBeEmpty();
    }

    [Theory, EveryDatabase]
    public async Task Adding_again_changes_nothing(Database database)
    {
        var scene = await stores.Scene(database);
        var blobs = Blobs(5);

        await scene.Write(session => session.Objects.Add(scene.ProjectId, Staged(blobs[..3])));
        await scene.Write(session => session.Objects.Add(scene.ProjectId, Staged([.. blobs, .. blobs])));

        (await scene.Read(session => session.Objects.List(scene.ProjectId, null, 100))).ShouldBe(blobs.Select(blob => blob.Id).Order());
    }

    [Theory, EveryDatabase]
    public async Task Other_bytes_or_another_kind_under_a_known_id_are_a_collision_and_nothing_is_stored(Database database)
    {
        var scene = await stores.Scene(database);
        var blob = Blob("the first");
        await scene.Write(session => session.Objects.Add(scene.ProjectId, Staged([blob])));

        foreach (var forged in new[] { Forged(blob.Id, ObjectKind.Blob, "the other"), Forged(blob.Id, ObjectKind.Tree, "the first"), Forged(blob.Id, ObjectKind.Blob, "the first!") })
        {
            var error = await Should.ThrowAsync<ObjectCollisionException>(() => scene.Write(session => session.Objects.Add(scene.ProjectId, Staged([Blob("beside"), forged]))));
            error.ObjectId.ShouldBe(blob.Id);
        }
        (await scene.Read(session => session.Objects.List(scene.ProjectId, null, 10))).ShouldBe([blob.Id]);
    }

    [Theory, EveryDatabase]
    public async Task Two_contents_of_one_id_in_one_call_are_a_collision(Database database)
    {
        var scene = await stores.Scene(database);
        var blob = Blob("the first");

        await Should.ThrowAsync<ObjectCollisionException>(() =>
            scene.Write(session => session.Objects.Add(scene.ProjectId, Staged([blob, Forged(blob.Id, ObjectKind.Blob, "the other")]))));
    }

    [Theory, EveryDatabase]
    public async Task Existing_tells_which_ids_are_there(Database database)
    {
        var scene = await stores.Scene(database);
        var blobs = Blobs(450);
        await scene.Write(session => session.Objects.Add(scene.ProjectId, Staged(blobs)));

        var found = await scene.Read(session => session.Objects.Existing(scene.ProjectId, [.. blobs.Select(blob => blob.Id), Scene.Id(7), Scene.Id(8)]));

        found.ShouldBe(blobs.Select(blob => blob.Id), ignoreOrder: true);
        (await scene.Read(session => session.Objects.Existing(scene.ProjectId, []))).ShouldBeEmpty();
    }

    [Theory, EveryDatabase]
    public async Task Ids_are_listed_in_pages_in_ascending_order(Database database)
    {
        var scene = await stores.Scene(database);
        var blobs = Blobs(25);
        await scene.Write(session => session.Objects.Add(scene.ProjectId, Staged(blobs)));

        var walked = new List<ObjectId>();
        while (await scene.Read(session => session.Objects.List(scene.ProjectId, walked.Count == 0 ? null : walked[^1], 10)) is { Count: > 0 } page)
            walked.AddRange(page);

        walked.ShouldBe(blobs.Select(blob => blob.Id).Order());
    }

    [Theory, EveryDatabase]
    public async Task Removed_objects_are_gone_and_unknown_ids_are_ignored(Database database)
    {
        var scene = await stores.Scene(database);
        var blobs = Blobs(3);
        await scene.Write(session => session.Objects.Add(scene.ProjectId, Staged(blobs)));

        await scene.Write(session => session.Objects.Remove(scene.ProjectId, [blobs[0].Id, Scene.Id(3)]));

        (await scene.Read(session => session.Objects.TryRead(scene.ProjectId, blobs[0].Id, out _))).ShouldBeFalse();
        (await scene.Read(session => session.Objects.List(scene.ProjectId, null, 10))).ShouldBe(blobs[1..].Select(blob => blob.Id).Order());
    }

    [Theory, EveryDatabase]
    public async Task Ten_thousand_objects_go_in_at_once(Database database)
    {
        var scene = await stores.Scene(database);
        var blobs = Blobs(10_000);

        await scene.Write(session => session.Objects.Add(scene.ProjectId, Staged(blobs)));

        (await scene.Read(session => session.Objects.Existing(scene.ProjectId, [.. blobs.Select(blob => blob.Id)]))).Count.ShouldBe(10_000);
    }

    private static List<StagedObject> Staged(IEnumerable<GitObject> objects) => [.. objects.Select(value => new StagedObject(value, null))];

    private static GitObject Blob(string text) => GitObject.Blob(Encoding.UTF8.GetBytes(text));

    private static GitObject[] Blobs(int count) => [.. Enumerable.Range(0, count).Select(number => Blob($"blob number {number}\n{new string('x', number % 700)}"))];

    private static GitObject Forged(ObjectId id, ObjectKind kind, string text) => GitObject.Known(id, kind, Encoding.UTF8.GetBytes(text));

    private static GitObject Random(Random random, ObjectKind kind, int size)
    {
        var body = new byte[size];
        random.NextBytes(body);
        return new GitObject(kind, body);
    }
}
