using Quire.Core.Prompts;
using Quire.Storage.Tests.Support;

namespace Quire.Storage.Tests.Prompts;

public sealed class VersionTableTests(Stores stores)
{
    [Theory, EveryDatabase]
    public async Task A_version_comes_back_with_every_field(Database database)
    {
        var scene = await stores.Scene(database);
        var prompt = await scene.Write(session => session.Prompts.Add(scene.Prompt("a")));
        var plain = Scene.Version(prompt, 1);
        var full = Scene.Version(prompt, 2) with
        {
            Invalid = true,
            Tombstone = true,
            Message = "Ünïcode 🙂\n\nbody\n",
            Facts = """{"tags":["x"]}""",
            Extends = "prompts:support/answer",
            Layer = "tenant",
            Scope = "acme",
        };

        await scene.Write(session => session.Versions.Add([plain, full]));

        (await scene.Read(session => session.Versions.Find(scene.ProjectId, prompt.Id, 1))).ShouldBe(plain);
        (await scene.Read(session => session.Versions.Find(scene.ProjectId, prompt.Id, 2))).ShouldBe(full);
        (await scene.Read(session => session.Versions.Find(scene.ProjectId, prompt.Id, 3))).ShouldBeNull();
        (await scene.Read(session => session.Versions.Find(-1, prompt.Id, 1))).ShouldBeNull();
    }

    [Theory, EveryDatabase]
    public async Task Versions_are_listed_newest_first_below_a_number(Database database)
    {
        var scene = await stores.Scene(database);
        var prompt = await WithVersions(scene, 5);

        (await Numbers(scene, prompt, null, 3)).ShouldBe([5, 4, 3]);
        (await Numbers(scene, prompt, 3, 3)).ShouldBe([2, 1]);
        (await Numbers(scene, prompt, 1, 3)).ShouldBeEmpty();
    }

    [Theory, EveryDatabase]
    public async Task A_number_is_issued_once(Database database)
    {
        var scene = await stores.Scene(database);
        var prompt = await WithVersions(scene, 2);

        await Should.ThrowAsync<InvalidOperationException>(() => scene.Write(session => session.Versions.Add([Scene.Version(prompt, 3), Scene.Version(prompt, 2)])));

        (await Numbers(scene, prompt, null, 10)).ShouldBe([2, 1]);
    }

    [Theory, EveryDatabase]
    public async Task A_tombstone_is_set_and_lifted(Database database)
    {
        var scene = await stores.Scene(database);
        var prompt = await WithVersions(scene, 1);

        await scene.Write(session => session.Versions.SetTombstone(scene.ProjectId, prompt.Id, 1, true));
        (await scene.Read(session => session.Versions.Find(scene.ProjectId, prompt.Id, 1)))!.Tombstone.ShouldBeTrue();
        await scene.Write(session => session.Versions.SetTombstone(scene.ProjectId, prompt.Id, 1, false));
        (await scene.Read(session => session.Versions.Find(scene.ProjectId, prompt.Id, 1)))!.Tombstone.ShouldBeFalse();
        await Should.ThrowAsync<InvalidOperationException>(() => scene.Write(session => session.Versions.SetTombstone(scene.ProjectId, prompt.Id, 9, true)));
    }

    [Theory, EveryDatabase]
    public async Task Versions_that_name_others_are_those_of_the_project_whose_facts_say_so_and_that_are_not_deleted(Database database)
    {
        const string naming = """{"type":"text","langfuse":["child|version=1"]}""";
        var scene = await stores.Scene(database);
        var prompt = await scene.Write(session => session.Prompts.Add(scene.Prompt("a")));
        await scene.Write(session => session.Versions.Add(
        [
            Scene.Version(prompt, 1) with { Facts = naming }, Scene.Version(prompt, 2), Scene.Version(prompt, 3) with { Facts = naming, Tombstone = true },
            Scene.Version(prompt, 4) with { Facts = """{"description":"\u0022langfuse\u0022:[]"}""" }, Scene.Version(prompt, 5) with { Facts = naming },
        ]));

        var found = await scene.Read(session => session.Versions.NamingOthers(scene.ProjectId));
        found.Select(entry => (entry.Prompt.Path, entry.Version.Number)).ShouldBe([("a", 1), ("a", 5)]);
        (await scene.Read(session => session.Versions.NamingOthers(-1))).ShouldBeEmpty();
    }

    [Theory, EveryDatabase]
    public async Task Latest_contributions_are_those_of_the_organisation_whose_latest_version_extends_a_base(Database database)
    {
        var scene = await stores.Scene(database);
        var stranger = await stores.Scene(database);
        var other = await scene.AnotherProject();
        await scene.Write(session =>
        {
            Scene.Standing(session, scene.Prompt("tenant"), 1, Extending("prompts:base", "tenant"));
            Scene.Standing(session, scene.Prompt("elsewhere") with { ProjectId = other.Id }, 1, Extending("prompts:base", "agent"));
            Scene.Standing(session, scene.Prompt("second"), 1, Extending("prompts:base2", "user"));
            Scene.Standing(session, scene.Prompt("base"));
            Scene.Standing(session, scene.Prompt("not asked"), 1, Extending("prompts:base3", "user"));
            var was = Scene.Standing(session, scene.Prompt("was one"), 1, Extending("prompts:base", "system"));
            session.Versions.Add([Scene.Version(was, 2)]);
            session.Prompts.Update(was with { LastNumber = 2, LatestNumber = 2 });
            var gone = Scene.Standing(session, scene.Prompt("gone"), 1, Extending("prompts:base", "system"));
            session.Prompts.Update(gone with { TipBlob = null, LatestNumber = null });
        });
        await stranger.Write(session => Scene.Standing(session, stranger.Prompt("foreign"), 1, Extending("prompts:base", "tenant")));

        var found = await scene.Read(session => session.Versions.LatestContributions(scene.OrganisationId, ["prompts:base", "prompts:base2"]));

        found.Select(entry => entry.Prompt.Path).ShouldBe(["second", "tenant", "elsewhere"]);
        found.ShouldAllBe(entry => entry.Version.PromptId == entry.Prompt.Id);
        (await scene.Read(session => session.Versions.LatestContributions(scene.OrganisationId, []))).ShouldBeEmpty();
    }

    [Theory, EveryDatabase]
    public async Task Aliased_contributions_come_at_the_version_that_carries_the_alias(Database database)
    {
        var scene = await stores.Scene(database);
        await scene.Write(session =>
        {
            var promoted = Scene.Standing(session, scene.Prompt("promoted"), 1, Extending("prompts:base", "tenant"));
            session.Versions.Add([Extending("prompts:base", "tenant")(Scene.Version(promoted, 2))]);
            session.Prompts.Update(promoted with { LastNumber = 2, LatestNumber = 2 });
            session.Aliases.Set(new Alias(scene.ProjectId, promoted.Id, "production", 1, Scene.Now));
            session.Aliases.Set(new Alias(scene.ProjectId, promoted.Id, "staging", 2, Scene.Now));
            Scene.Standing(session, scene.Prompt("not promoted"), 1, Extending("prompts:base", "agent"));
            var unrelated = Scene.Standing(session, scene.Prompt("unrelated"));
            session.Aliases.Set(new Alias(scene.ProjectId, unrelated.Id, "production", 1, Scene.Now));
        });

        var found = await scene.Read(session => session.Versions.AliasedContributions(scene.OrganisationId, ["prompts:base"], "production"));

        found.ShouldHaveSingleItem().Version.Number.ShouldBe(1);
        found[0].Prompt.Path.ShouldBe("promoted");
        (await scene.Read(session => session.Versions.AliasedContributions(scene.OrganisationId, ["prompts:base"], "none"))).ShouldBeEmpty();
    }

    [Theory, EveryDatabase]
    public async Task Held_commits_are_named_once(Database database)
    {
        var scene = await stores.Scene(database);
        await WithVersions(scene, 3);
        await scene.Write(session => Scene.Standing(session, scene.Prompt("b"), 2));

        (await scene.Read(session => session.Versions.HeldCommits(scene.ProjectId))).ShouldBe([Scene.Id(1001), Scene.Id(1002), Scene.Id(1003)]);
    }

    private static Func<PromptVersion, PromptVersion> Extending(string path, string layer) => version => version with { Extends = path, Layer = layer };

    private static Task<Prompt> WithVersions(Scene scene, int count) => scene.Write(session =>
    {
        var prompt = session.Prompts.Add(scene.Prompt("a"));
        session.Versions.Add([.. Enumerable.Range(1, count).Select(number => Scene.Version(prompt, number))]);
        return prompt;
    });

    private static Task<List<long>> Numbers(Scene scene, Prompt prompt, long? before, int limit) =>
        scene.Read(session => session.Versions.List(scene.ProjectId, prompt.Id, before, limit).Select(version => version.Number).ToList());
}
