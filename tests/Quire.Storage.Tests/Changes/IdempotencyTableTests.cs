using Quire.Core.Changes;
using Quire.Storage.Tests.Support;

namespace Quire.Storage.Tests.Changes;

public sealed class IdempotencyTableTests(Stores stores)
{
    [Theory, EveryDatabase]
    public async Task An_answer_is_found_in_its_organisation_only(Database database)
    {
        var scene = await stores.Scene(database);
        var stranger = await stores.Scene(database);
        await scene.Write(session => session.IdempotencyKeys.Add(Record(scene, "me:key", 0)));

        var found = await scene.Read(session => session.IdempotencyKeys.Find(scene.OrganisationId, "me:key"));

        found!.RequestHash.ShouldBe([1, 2, 3]);
        found.Answer.ShouldBe("{}");
        found.At.ShouldBe(Scene.Now);
        (await scene.Read(session => session.IdempotencyKeys.Find(stranger.OrganisationId, "me:key"))).ShouldBeNull();
    }

    [Theory, EveryDatabase]
    public async Task A_key_is_answered_once(Database database)
    {
        var scene = await stores.Scene(database);
        await scene.Write(session => session.IdempotencyKeys.Add(Record(scene, "me:key", 0)));

        await Should.ThrowAsync<InvalidOperationException>(() => scene.Write(session => session.IdempotencyKeys.Add(Record(scene, "me:key", 1))));
    }

    [Theory, EveryDatabase]
    public async Task Old_answers_are_forgotten(Database database)
    {
        var scene = await stores.Scene(database);
        await scene.Write(session =>
        {
            foreach (var day in (int[])[-4000, -3999, -3998])
                session.IdempotencyKeys.Add(Record(scene, $"me:{day}", day));
        });

        // Other tests write answers of today into the same table.
        (await scene.Write(session => session.IdempotencyKeys.RemoveOlderThan(Scene.Now.AddDays(-3998)))).ShouldBe(2);

        (await scene.Read(session => session.IdempotencyKeys.Find(scene.OrganisationId, "me:-3999"))).ShouldBeNull();
        (await scene.Read(session => session.IdempotencyKeys.Find(scene.OrganisationId, "me:-3998"))).ShouldNotBeNull();
    }

    private static IdempotencyRecord Record(Scene scene, string key, int days) => new(scene.OrganisationId, key, [1, 2, 3], "{}", Scene.Now.AddDays(days));
}
