using Quire.Core.Changes;
using Quire.Storage.Tests.Support;

namespace Quire.Storage.Tests.Changes;

public sealed class FeedTableTests(Stores stores)
{
    [Theory, EveryDatabase]
    public async Task Rows_come_back_with_every_field(Database database)
    {
        var scene = await stores.Scene(database);
        var bare = Row(scene, 1, 0);
        var full = Row(scene, 1, 1) with
        {
            ProjectId = scene.ProjectId,
            PromptId = 77,
            Path = "support/answer",
            Scope = "acme",
            Layer = "tenant",
            Old = "1",
            New = "2",
        };

        await scene.Write(session => session.Feed.Add([bare, full]));

        (await scene.Read(session => session.Feed.List(scene.OrganisationId, 0, 0, 10))).ShouldBe([bare, full]);
    }

    [Theory, EveryDatabase]
    public async Task Rows_are_read_in_order_after_a_place_inside_a_change(Database database)
    {
        var scene = await stores.Scene(database);
        var stranger = await stores.Scene(database);
        await scene.Write(session => session.Feed.Add([.. Enumerable.Range(1, 3).SelectMany(sequence => Enumerable.Range(0, 3).Select(index => Row(scene, sequence, index)))]));
        await stranger.Write(session => session.Feed.Add([Row(stranger, 2, 0)]));

        (await Places(scene, 1, 1, 4)).ShouldBe([(1, 2), (2, 0), (2, 1), (2, 2)]);
        (await Places(scene, 1, int.MaxValue, 1)).ShouldBe([(2, 0)]);
        (await Places(scene, 3, 2, 4)).ShouldBeEmpty();
        (await Places(scene, 0, -1, 100)).Count.ShouldBe(9);
    }

    [Theory, EveryDatabase]
    public async Task A_place_is_taken_once(Database database)
    {
        var scene = await stores.Scene(database);
        await scene.Write(session => session.Feed.Add([Row(scene, 1, 0)]));

        await Should.ThrowAsync<InvalidOperationException>(() => scene.Write(session => session.Feed.Add([Row(scene, 1, 0)])));
    }

    [Theory, EveryDatabase]
    public async Task A_thousand_rows_go_in_at_once(Database database)
    {
        var scene = await stores.Scene(database);

        await scene.Write(session => session.Feed.Add([.. Enumerable.Range(0, 1003).Select(index => Row(scene, 1, index))]));

        (await Places(scene, 0, 0, 5000)).ShouldBe(Enumerable.Range(0, 1003).Select(index => (1L, index)));
    }

    private static Task<List<(long Sequence, int Index)>> Places(Scene scene, long sequence, int index, int limit) =>
        scene.Read(session => session.Feed.List(scene.OrganisationId, sequence, index, limit).Select(row => (row.Sequence, row.Index)).ToList());

    private static FeedRow Row(Scene scene, long sequence, int index) => new()
    {
        OrganisationId = scene.OrganisationId,
        Sequence = sequence,
        Index = index,
        At = Scene.Now,
        Kind = "branch",
        Name = "refs/heads/main",
        Actor = "qk_1",
    };
}
