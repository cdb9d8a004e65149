using Quire.Core.Audit;
using Quire.Storage.Tests.Support;

namespace Quire.Storage.Tests.Audit;

public sealed class LedgerTableTests(Stores stores)
{
    [Theory, EveryDatabase]
    public async Task Leaves_come_back_in_order(Database database)
    {
        var scene = await stores.Scene(database);
        (await scene.Read(session => session.Ledger.Last(scene.OrganisationId))).ShouldBeNull();

        await scene.Write(session =>
        {
            foreach (var sequence in (int[])[1, 2, 3])
                session.Ledger.Add(Leaf(scene, sequence));
        });

        var last = await scene.Read(session => session.Ledger.Last(scene.OrganisationId));
        last!.Sequence.ShouldBe(3);
        last.At.ShouldBe(Scene.Now);
        last.Actor.ShouldBe("qk_1");
        last.Body.ShouldBe("""{"n":3}""");
        last.Hash.ShouldBe([3, 0, 255]);
        (await scene.Read(session => session.Ledger.List(scene.OrganisationId, 1, 1))).ShouldHaveSingleItem().Sequence.ShouldBe(2);
        (await scene.Read(session => session.Ledger.List(scene.OrganisationId, 0, 10).Select(leaf => leaf.Sequence))).ShouldBe([1, 2, 3]);
    }

    [Theory, EveryDatabase]
    public async Task Ledgers_of_organisations_are_apart(Database database)
    {
        var scene = await stores.Scene(database);
        var stranger = await stores.Scene(database);
        await scene.Write(session => session.Ledger.Add(Leaf(scene, 1)));

        (await scene.Read(session => session.Ledger.Last(stranger.OrganisationId))).ShouldBeNull();
        (await scene.Read(session => session.Ledger.List(stranger.OrganisationId, 0, 10))).ShouldBeEmpty();
    }

    [Theory, EveryDatabase]
    public async Task A_number_carries_one_leaf(Database database)
    {
        var scene = await stores.Scene(database);
        await scene.Write(session => session.Ledger.Add(Leaf(scene, 1)));

        await Should.ThrowAsync<InvalidOperationException>(() => scene.Write(session => session.Ledger.Add(Leaf(scene, 1))));
    }

    private static LedgerLeaf Leaf(Scene scene, long sequence) =>
        new(scene.OrganisationId, sequence, Scene.Now, "qk_1", $$"""{"n":{{sequence}}}""", [(byte)sequence, 0, 255]);
}
