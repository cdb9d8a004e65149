using Quire.Storage.Tests.Support;

namespace Quire.Storage.Tests.Prompts;

public sealed class PromptTableTests(Stores stores)
{
    [Theory, EveryDatabase]
    public async Task A_prompt_comes_back_with_every_field(Database database)
    {
        var scene = await stores.Scene(database);
        var prompt = scene.Prompt("support/answer") with { TipBlob = Scene.Id(5), LastNumber = 7, LatestNumber = 6, UpdatedAt = Scene.Now.AddMicroseconds(1) };

        var stored = await scene.Write(session => session.Prompts.Add(prompt));

        stored.ShouldBe(prompt with { Id = stored.Id });
        stored.Id.ShouldBeGreaterThan(0);
        (await scene.Read(session => session.Prompts.Find(scene.ProjectId, "support/answer"))).ShouldBe(stored);
        (await scene.Read(session => session.Prompts.Get(scene.ProjectId, stored.Id))).ShouldBe(stored);
    }

    [Theory, EveryDatabase]
    public async Task Adding_issues_a_new_id_even_for_a_prompt_that_was_given_one_by_a_run_that_was_undone(Database database)
    {
        var scene = await stores.Scene(database);
        var first = await scene.Write(session => session.Prompts.Add(scene.Prompt("a")));

        var second = await scene.Write(session => session.Prompts.Add(scene.Prompt("b") with { Id = first.Id }));

        second.Id.ShouldNotBe(first.Id);
    }

    [Theory, EveryDatabase]
    public async Task Paths_compare_exactly_and_within_their_project(Database database)
    {
        var scene = await stores.Scene(database);
        var other = await scene.AnotherProject();
        var stored = await scene.Write(session => session.Prompts.Add(scene.Prompt("Answer")));

        (await scene.Read(session => session.Prompts.Find(scene.ProjectId, "answer"))).ShouldBeNull();
        (await scene.Read(session => session.Prompts.Find(other.Id, "Answer"))).ShouldBeNull();
        (await scene.Read(session => session.Prompts.Get(other.Id, stored.Id))).ShouldBeNull();
        await Should.ThrowAsync<InvalidOperationException>(() => scene.Write(session => session.Prompts.Add(scene.Prompt("Answer"))));
    }

    [Theory, EveryDatabase]
    public async Task Updating_writes_every_field_but_the_creation(Database database)
    {
        var scene = await stores.Scene(database);
        var stored = await scene.Write(session => session.Prompts.Add(scene.Prompt("old") with { TipBlob = Scene.Id(1), LastNumber = 1 }));
        var changed = stored with { Path = "new", FilePath = "new.prompt.yml", TipBlob = null, LastNumber = 4, LatestNumber = 3, UpdatedAt = Scene.Now.AddDays(1) };

        await scene.Write(session => session.Prompts.Update(changed with { CreatedAt = Scene.Now.AddYears(9) }));

        (await scene.Read(session => session.Prompts.Get(scene.ProjectId, stored.Id))).ShouldBe(changed);
    }

    [Theory, EveryDatabase]
    public async Task Updating_a_prompt_that_is_not_there_is_an_error(Database database)
    {
        var scene = await stores.Scene(database);
        var other = await scene.AnotherProject();
        var stored = await scene.Write(session => session.Prompts.Add(scene.Prompt("a")));

        await Should.ThrowAsync<InvalidOperationException>(() => scene.Write(session => session.Prompts.Update(stored with { ProjectId = other.Id })));
    }

    [Theory, EveryDatabase]
    public async Task Redirects_lead_to_the_prompt_wherever_it_stands_now(Database database)
    {
        var scene = await stores.Scene(database);
        var (first, second) = await scene.Write(session => (session.Prompts.Add(scene.Prompt("c")), session.Prompts.Add(scene.Prompt("d"))));

        await scene.Write(session =>
        {
            session.Prompts.AddRedirect(scene.ProjectId, "b", first.Id);
            session.Prompts.AddRedirect(scene.ProjectId, "a", first.Id);
            session.Prompts.AddRedirect(scene.ProjectId, "x", first.Id);
            session.Prompts.AddRedirect(scene.ProjectId, "x", second.Id);
        });

        (await scene.Read(session => session.Prompts.FindMoved(scene.ProjectId, "a"))).ShouldBe(first);
        (await scene.Read(session => session.Prompts.FindMoved(scene.ProjectId, "x"))).ShouldBe(second);
        (await scene.Read(session => session.Prompts.FindMoved(scene.ProjectId, "c"))).ShouldBeNull();
        (await scene.Read(session => session.Prompts.Redirects(scene.ProjectId, first.Id))).ShouldBe(["a", "b"]);
    }

    [Theory, EveryDatabase]
    public async Task Standing_prompts_are_listed_with_their_latest_version_in_the_order_of_their_bytes(Database database)
    {
        var scene = await stores.Scene(database);
        string[] paths = ["a/b", "a b", "a.b", "a/É", "a/é", "B", "a", "ab", "a/b/c", "a/\uFFFD", "a/\U0001F600"];
        await scene.Write(session =>
        {
            foreach (var path in paths)
                Scene.Standing(session, scene.Prompt(path), number: 2);
            session.Prompts.Add(scene.Prompt("gone") with { LastNumber = 3 });
        });

        var entries = await scene.Read(session => session.Prompts.List(scene.ProjectId, "", null, 100));

        entries.Select(entry => entry.Prompt.Path).ShouldBe(["B", "a", "a b", "a.b", "a/b", "a/b/c", "a/É", "a/é", "a/\uFFFD", "a/\U0001F600", "ab"]);
        entries.ShouldAllBe(entry => entry.Version.Number == 2 && entry.Version.PromptId == entry.Prompt.Id && entry.Version.FilePath == entry.Prompt.FilePath);
        (await scene.Read(session => session.Prompts.Count(scene.ProjectId))).ShouldBe(paths.Length);
    }

    [Theory, EveryDatabase]
    public async Task Lists_are_paged_within_a_prefix(Database database)
    {
        var scene = await stores.Scene(database);
        await scene.Write(session =>
        {
            foreach (var path in (string[])["a/1", "a/2", "a/3", "a0", "b/1"])
                Scene.Standing(session, scene.Prompt(path));
        });

        (await Paths(scene, "a/", null, 2)).ShouldBe(["a/1", "a/2"]);
        (await Paths(scene, "a/", "a/2", 2)).ShouldBe(["a/3"]);
        (await Paths(scene, "a/", "a/3", 2)).ShouldBeEmpty();
        (await Paths(scene, "a/", "a/", 1)).ShouldBe(["a/1"]);
        (await Paths(scene, "a/", "0", 1)).ShouldBe(["a/1"]);
        (await Paths(scene, "a/", "z", 5)).ShouldBeEmpty();
        (await Paths(scene, "%", null, 5)).ShouldBeEmpty();
    }

    [Theory, EveryDatabase]
    public async Task Deleted_prompts_are_those_that_had_versions_and_stand_at_no_tip_in_pages_by_path(Database database)
    {
        var scene = await stores.Scene(database);
        var other = await scene.AnotherProject();
        var gone = await scene.Write(session =>
        {
            var found = session.Prompts.Add(scene.Prompt("b") with { LastNumber = 3 });
            foreach (var path in (string[])["a/é", "a", "B", "c"])
                session.Prompts.Add(scene.Prompt(path) with { LastNumber = 1 });
            session.Prompts.Add(scene.Prompt("made room#7") with { LastNumber = 1 });
            session.Prompts.Add(scene.Prompt("never had one"));
            session.Prompts.Add(scene.Prompt("elsewhere") with { ProjectId = other.Id, LastNumber = 1 });
            Scene.Standing(session, scene.Prompt("stands"));
            return found;
        });

        (await Deleted(scene, null, 100)).ShouldBe(["B", "a", "a/é", "b", "c"]);
        (await Deleted(scene, null, 2)).ShouldBe(["B", "a"]);
        (await Deleted(scene, "a", 2)).ShouldBe(["a/é", "b"]);
        (await Deleted(scene, "c", 2)).ShouldBeEmpty();
        (await scene.Read(session => session.Prompts.ListDeleted(scene.ProjectId, "a/é", 1))).ShouldBe([gone]);
    }

    private static Task<List<string>> Deleted(Scene scene, string? after, int limit) =>
        scene.Read(session => session.Prompts.ListDeleted(scene.ProjectId, after, limit).Select(prompt => prompt.Path).ToList());

    private static Task<List<string>> Paths(Scene scene, string prefix, string? after, int limit) =>
        scene.Read(session => session.Prompts.List(scene.ProjectId, prefix, after, limit).Select(entry => entry.Prompt.Path).ToList());
}
