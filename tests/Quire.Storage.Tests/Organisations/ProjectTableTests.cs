using Quire.Storage.Tests.Support;

namespace Quire.Storage.Tests.Organisations;

public sealed class ProjectTableTests(Stores stores)
{
    [Theory, EveryDatabase]
    public async Task A_project_is_found_in_its_organisation_only(Database database)
    {
        var scene = await stores.Scene(database);
        var stranger = await stores.Scene(database);

        (await scene.Read(session => session.Projects.Find(scene.OrganisationId, "prompts"))).ShouldBe(scene.Project);
        (await scene.Read(session => session.Projects.Find(stranger.OrganisationId, "prompts"))).ShouldBe(stranger.Project);
        (await scene.Read(session => session.Projects.Find(scene.OrganisationId, "Prompts"))).ShouldBeNull();
    }

    [Theory, EveryDatabase]
    public async Task Projects_are_listed_by_name(Database database)
    {
        var scene = await stores.Scene(database);
        var other = await scene.AnotherProject("alpha");

        (await scene.Read(session => session.Projects.List(scene.OrganisationId))).ShouldBe([other, scene.Project]);
    }

    [Theory, EveryDatabase]
    public async Task A_name_that_is_taken_in_the_organisation_is_refused(Database database)
    {
        var scene = await stores.Scene(database);

        await Should.ThrowAsync<InvalidOperationException>(() => scene.AnotherProject("prompts"));
    }

    [Theory, EveryDatabase]
    public async Task The_default_branch_moves_within_its_organisation_only(Database database)
    {
        var scene = await stores.Scene(database);
        var stranger = await stores.Scene(database);

        await scene.Write(session => session.Projects.SetDefaultBranch(scene.OrganisationId, scene.ProjectId, "refs/heads/next"));
        await Should.ThrowAsync<InvalidOperationException>(() =>
            scene.Write(session => session.Projects.SetDefaultBranch(stranger.OrganisationId, scene.ProjectId, "refs/heads/evil")));

        (await scene.Read(session => session.Projects.Find(scene.OrganisationId, "prompts")))!.DefaultBranch.ShouldBe("refs/heads/next");
    }
}
