using Quire.Storage.Tests.Support;

namespace Quire.Storage.Tests.Validation;

public sealed class ContentRulesTableTests(Stores stores)
{
    [Theory, EveryDatabase]
    public async Task Rules_are_set_and_replaced_for_one_organisation(Database database)
    {
        var scene = await stores.Scene(database);
        var other = await stores.Scene(database);
        (await scene.Read(session => session.ContentRules.Find(scene.OrganisationId))).ShouldBeNull();

        await scene.Write(session => session.ContentRules.Set(scene.OrganisationId, "{}"));
        await scene.Write(session => session.ContentRules.Set(scene.OrganisationId, """{"default":{"forbiddenPhrases":["ü"]}}"""));

        (await scene.Read(session => session.ContentRules.Find(scene.OrganisationId))).ShouldBe("""{"default":{"forbiddenPhrases":["ü"]}}""");
        (await scene.Read(session => session.ContentRules.Find(other.OrganisationId))).ShouldBeNull();
    }

    [Theory, EveryDatabase]
    public async Task Rules_belong_to_an_organisation_that_exists(Database database)
    {
        var scene = await stores.Scene(database);
        await Should.ThrowAsync<Exception>(() => scene.Write(session => session.ContentRules.Set(-1, "{}")));
    }
}
