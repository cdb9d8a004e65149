using Quire.Core.Access;
using Quire.Storage.Tests.Support;

namespace Quire.Storage.Tests.Access;

public sealed class ApiKeyTableTests(Stores stores)
{
    [Theory, EveryDatabase]
    public async Task A_key_comes_back_with_every_field(Database database)
    {
        var scene = await stores.Scene(database);
        var wide = Key(scene, "wide");
        var narrow = Key(scene, "narrow") with
        {
            Permissions = Permissions.Read | Permissions.Compose,
            Projects = ["prompts", "o'ther"],
            TenantScopes = [],
            ExpiresAt = Scene.Now.AddDays(1),
            RevokedAt = Scene.Now.AddHours(1),
        };

        await scene.Write(session =>
        {
            session.ApiKeys.Add(wide);
            session.ApiKeys.Add(narrow);
        });

        (await scene.Read(session => session.ApiKeys.Find(wide.Id))).ShouldBeEquivalentTo(wide);
        var found = await scene.Read(session => session.ApiKeys.Find(narrow.Id));
        found!.Permissions.ShouldBe(narrow.Permissions);
        found.Projects.ShouldBe(narrow.Projects);
        found.TenantScopes.ShouldNotBeNull().ShouldBeEmpty();
        found.ExpiresAt.ShouldBe(narrow.ExpiresAt);
        found.RevokedAt.ShouldBe(narrow.RevokedAt);
        (await scene.Read(session => session.ApiKeys.Find("none"))).ShouldBeNull();
    }

    [Theory, EveryDatabase]
    public async Task Keys_are_listed_newest_first_in_their_organisation_only(Database database)
    {
        var scene = await stores.Scene(database);
        var stranger = await stores.Scene(database);
        await scene.Write(session =>
        {
            session.ApiKeys.Add(Key(scene, "old"));
            session.ApiKeys.Add(Key(scene, "new") with { CreatedAt = Scene.Now.AddDays(1) });
        });

        (await scene.Read(session => session.ApiKeys.List(scene.OrganisationId).Select(key => key.Name))).ShouldBe(["new", "old"]);
        (await scene.Read(session => session.ApiKeys.List(stranger.OrganisationId))).ShouldBeEmpty();
    }

    [Theory, EveryDatabase]
    public async Task Only_a_working_key_of_the_organisation_is_revoked(Database database)
    {
        var scene = await stores.Scene(database);
        var stranger = await stores.Scene(database);
        var (working, expired) = (Key(scene, "working"), Key(scene, "expired") with { ExpiresAt = Scene.Now });
        await scene.Write(session =>
        {
            session.ApiKeys.Add(working);
            session.ApiKeys.Add(expired);
        });
        var now = Scene.Now.AddMinutes(1);

        (await scene.Write(session => session.ApiKeys.Revoke(stranger.OrganisationId, working.Id, now))).ShouldBeFalse();
        (await scene.Write(session => session.ApiKeys.Revoke(scene.OrganisationId, expired.Id, now))).ShouldBeFalse();
        (await scene.Write(session => session.ApiKeys.Revoke(scene.OrganisationId, working.Id, now))).ShouldBeTrue();
        (await scene.Write(session => session.ApiKeys.Revoke(scene.OrganisationId, working.Id, now.AddDays(1)))).ShouldBeFalse();
        (await scene.Read(session => session.ApiKeys.Find(working.Id)))!.RevokedAt.ShouldBe(now);
    }

    private static ApiKey Key(Scene scene, string name) => new()
    {
        Id = $"{scene.Organisation.Name}-{name}",
        OrganisationId = scene.OrganisationId,
        Name = name,
        Hash = [0, 1, 2, 255],
        Permissions = Permissions.All,
        DefaultProject = "prompts",
        CreatedAt = Scene.Now,
    };
}
