using Quire.Core.Refs;
using Quire.Storage.Tests.Support;

namespace Quire.Storage.Tests.Refs;

public sealed class RefTableTests(Stores stores)
{
    private const string Main = "refs/heads/main";

    [Theory, EveryDatabase]
    public async Task A_ref_is_created_once(Database database)
    {
        var scene = await stores.Scene(database);

        (await scene.Write(session => session.Refs.CompareAndSet(scene.ProjectId, Main, null, Scene.Id(1)))).ShouldBeTrue();
        (await scene.Write(session => session.Refs.CompareAndSet(scene.ProjectId, Main, null, Scene.Id(2)))).ShouldBeFalse();

        (await scene.Read(session => session.Refs.Find(scene.ProjectId, Main))).ShouldBe(new Ref(scene.ProjectId, Main, Scene.Id(1), false));
    }

    [Theory, EveryDatabase]
    public async Task A_ref_moves_and_goes_only_from_the_expected_value(Database database)
    {
        var scene = await stores.Scene(database);
        await scene.Write(session => session.Refs.CompareAndSet(scene.ProjectId, Main, null, Scene.Id(1)));

        (await scene.Write(session => session.Refs.CompareAndSet(scene.ProjectId, Main, Scene.Id(9), Scene.Id(2)))).ShouldBeFalse();
        (await scene.Write(session => session.Refs.CompareAndSet(scene.ProjectId, Main, Scene.Id(1), Scene.Id(2)))).ShouldBeTrue();
        (await scene.Write(session => session.Refs.CompareAndSet(scene.ProjectId, Main, Scene.Id(1), null))).ShouldBeFalse();
        (await scene.Write(session => session.Refs.CompareAndSet(scene.ProjectId, Main, Scene.Id(2), null))).ShouldBeTrue();

        (await scene.Read(session => session.Refs.Find(scene.ProjectId, Main))).ShouldBeNull();
    }

    [Theory, EveryDatabase]
    public async Task Nothing_to_nothing_holds_only_while_there_is_no_ref(Database database)
    {
        var scene = await stores.Scene(database);

        (await scene.Write(session => session.Refs.CompareAndSet(scene.ProjectId, Main, null, null))).ShouldBeTrue();
        await scene.Write(session => session.Refs.CompareAndSet(scene.ProjectId, Main, null, Scene.Id(1)));
        (await scene.Write(session => session.Refs.CompareAndSet(scene.ProjectId, Main, null, null))).ShouldBeFalse();
    }

    [Theory, EveryDatabase]
    public async Task Protection_stays_when_the_ref_moves(Database database)
    {
        var scene = await stores.Scene(database);
        await scene.Write(session => session.Refs.CompareAndSet(scene.ProjectId, Main, null, Scene.Id(1)));

        await scene.Write(session => session.Refs.SetProtected(scene.ProjectId, Main, true));
        await scene.Write(session => session.Refs.CompareAndSet(scene.ProjectId, Main, Scene.Id(1), Scene.Id(2)));
        (await scene.Read(session => session.Refs.Find(scene.ProjectId, Main)))!.Protected.ShouldBeTrue();

        await scene.Write(session => session.Refs.SetProtected(scene.ProjectId, Main, false));
        (await scene.Read(session => session.Refs.Find(scene.ProjectId, Main)))!.Protected.ShouldBeFalse();
        await Should.ThrowAsync<InvalidOperationException>(() => scene.Write(session => session.Refs.SetProtected(scene.ProjectId, "refs/heads/none", true)));
    }

    [Theory, EveryDatabase]
    public async Task Refs_are_listed_by_prefix_in_pages_and_in_their_project_only(Database database)
    {
        var scene = await stores.Scene(database);
        var other = await scene.AnotherProject();
        await scene.Write(session =>
        {
            session.Refs.CompareAndSet(other.Id, "refs/heads/b", null, Scene.Id(9));
            foreach (var (name, number) in ((string, int)[])[("refs/heads/a", 1), ("refs/heads/b", 2), ("refs/heads/c", 3), ("refs/headsX", 4), ("refs/tags/a", 5)])
                session.Refs.CompareAndSet(scene.ProjectId, name, null, Scene.Id(number));
        });

        var first = await scene.Read(session => session.Refs.List(scene.ProjectId, "refs/heads/", null, 2));
        var second = await scene.Read(session => session.Refs.List(scene.ProjectId, "refs/heads/", first[^1].Name, 2));
        var all = await scene.Read(session => session.Refs.List(scene.ProjectId, "", null, 100));

        first.Select(found => found.Name).ShouldBe(["refs/heads/a", "refs/heads/b"]);
        second.ShouldBe([new Ref(scene.ProjectId, "refs/heads/c", Scene.Id(3), false)]);
        all.Count.ShouldBe(5);
    }

    [Theory, EveryDatabase]
    public async Task A_prefix_is_no_pattern(Database database)
    {
        var scene = await stores.Scene(database);
        await scene.Write(session =>
        {
            foreach (var name in (string[])["refs/%", "refs/_", "refs/*", "refs/a", "refs/'; DROP TABLE refs; --"])
                session.Refs.CompareAndSet(scene.ProjectId, name, null, Scene.Id(1));
        });

        foreach (var prefix in (string[])["refs/%", "refs/_", "refs/*", "refs/'"])
            (await scene.Read(session => session.Refs.List(scene.ProjectId, prefix, null, 10))).ShouldHaveSingleItem().Name.ShouldStartWith(prefix);
    }
}
