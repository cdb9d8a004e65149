using Quire.Storage.Tests.Support;

namespace Quire.Storage.Tests.Organisations;

public sealed class OrganisationTableTests(Stores stores)
{
    [Theory, EveryDatabase]
    public async Task An_organisation_is_found_by_name_and_by_id(Database database)
    {
        var scene = await stores.Scene(database);

        var (byName, byId) = await scene.Read(session => (session.Organisations.Find(scene.Organisation.Name), session.Organisations.Get(scene.OrganisationId)));

        byName.ShouldBe(scene.Organisation);
        byId.ShouldBe(scene.Organisation);
        byName!.Sequence.ShouldBe(0);
    }

    [Theory, EveryDatabase]
    public async Task What_is_not_there_is_null(Database database)
    {
        var scene = await stores.Scene(database);

        var (byName, byId) = await scene.Read(session => (session.Organisations.Find(scene.Organisation.Name.ToUpperInvariant()), session.Organisations.Get(-1)));

        byName.ShouldBeNull();
        byId.ShouldBeNull();
    }

    [Theory, EveryDatabase]
    public async Task Organisations_are_listed_by_the_bytes_of_their_names(Database database)
    {
        var scene = await stores.Scene(database);
        var prefix = scene.Organisation.Name + "-";
        await scene.Write(session =>
        {
            foreach (var name in (string[])["b", "B", "a", "é"])
                session.Organisations.Add(prefix + name, Scene.Now);
        });

        var names = await scene.Read(session => session.Organisations.List().Select(organisation => organisation.Name).Where(name => name.StartsWith(prefix, StringComparison.Ordinal)));

        names.ShouldBe([prefix + "B", prefix + "a", prefix + "b", prefix + "é"]);
    }

    [Theory, EveryDatabase]
    public async Task A_name_that_is_taken_is_refused(Database database)
    {
        var scene = await stores.Scene(database);

        await Should.ThrowAsync<InvalidOperationException>(() => scene.Write(session => session.Organisations.Add(scene.Organisation.Name, Scene.Now)));
    }

    [Theory, EveryDatabase]
    public async Task Numbers_are_taken_one_by_one_and_an_undone_write_gives_its_number_back(Database database)
    {
        var scene = await stores.Scene(database);

        var first = await scene.Write(session => (session.Organisations.NextSequence(scene.OrganisationId), session.Organisations.NextSequence(scene.OrganisationId)));
        await Should.ThrowAsync<TimeoutException>(() => scene.Write<long>(session =>
        {
            session.Organisations.NextSequence(scene.OrganisationId);
            throw new TimeoutException();
        }));
        var after = await scene.Write(session => session.Organisations.NextSequence(scene.OrganisationId));

        first.ShouldBe((1, 2));
        after.ShouldBe(3);
        (await scene.Read(session => session.Organisations.Get(scene.OrganisationId)))!.Sequence.ShouldBe(3);
    }

    [Theory, EveryDatabase]
    public async Task An_organisation_that_does_not_exist_has_no_numbers(Database database)
    {
        var scene = await stores.Scene(database);

        await Should.ThrowAsync<InvalidOperationException>(() => scene.Write(session => session.Organisations.NextSequence(-1)));
    }
}
