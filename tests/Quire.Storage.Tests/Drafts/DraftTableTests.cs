using Quire.Core.Drafts;
using Quire.Prompts;
using Quire.Storage.Tests.Support;

namespace Quire.Storage.Tests.Drafts;

public sealed class DraftTableTests(Stores stores)
{
    [Theory, EveryDatabase]
    public async Task A_draft_comes_back_with_every_field_and_is_replaced_by_the_next_one(Database database)
    {
        var scene = await stores.Scene(database);
        var draft = Draft(scene, "a/b", "---\nü {{ open\n") with { Base = Scene.Id(5), Format = PromptFormat.Yaml };
        await scene.Write(session => session.Drafts.Set(draft));
        (await scene.Read(session => session.Drafts.Find(draft.Key))).ShouldBe(draft);

        var next = draft with { Base = null, Format = null, Text = "", UpdatedAt = Scene.Now.AddMicroseconds(1) };
        await scene.Write(session => session.Drafts.Set(next));

        (await scene.Read(session => session.Drafts.Find(draft.Key))).ShouldBe(next);
    }

    [Theory, EveryDatabase]
    public async Task A_draft_is_found_by_project_person_branch_and_path_together(Database database)
    {
        var scene = await stores.Scene(database);
        var other = await scene.AnotherProject();
        var key = Draft(scene, "a", "text").Key;
        await scene.Write(session => session.Drafts.Set(Draft(scene, "a", "text")));

        foreach (var wrong in new[] { key with { ProjectId = other.Id }, key with { Person = "b" }, key with { Branch = "side" }, key with { Path = "A" } })
        {
            (await scene.Read(session => session.Drafts.Find(wrong))).ShouldBeNull();
            (await scene.Write(session => session.Drafts.Remove(wrong))).ShouldBeFalse();
        }
        (await scene.Read(session => session.Drafts.Find(key))).ShouldNotBeNull();
    }

    [Theory, EveryDatabase]
    public async Task A_draft_is_removed_only_while_it_has_the_text_that_is_meant(Database database)
    {
        var scene = await stores.Scene(database);
        var draft = Draft(scene, "a", "newer");
        await scene.Write(session => session.Drafts.Set(draft));

        (await scene.Write(session => session.Drafts.Remove(draft.Key, "older"))).ShouldBeFalse();
        (await scene.Write(session => session.Drafts.Remove(draft.Key, "newer"))).ShouldBeTrue();
        (await scene.Write(session => session.Drafts.Remove(draft.Key))).ShouldBeFalse();
    }

    [Theory, EveryDatabase]
    public async Task Drafts_are_listed_by_branch_and_path_for_one_person_and_project(Database database)
    {
        var scene = await stores.Scene(database);
        var other = await scene.AnotherProject();
        await scene.Write(session =>
        {
            session.Drafts.Set(Draft(scene, "b", "é"));
            session.Drafts.Set(Draft(scene, "a", "22"));
            session.Drafts.Set(In(Draft(scene, "z", "1"), key => key with { Branch = "a" }));
            session.Drafts.Set(In(Draft(scene, "b", "other"), key => key with { Person = "someone" }));
            session.Drafts.Set(In(Draft(scene, "b", "other"), key => key with { ProjectId = other.Id }));
        });

        var list = await scene.Read(session => session.Drafts.List(scene.ProjectId, "me", 10));

        list.Select(entry => (entry.Branch, entry.Path, entry.Bytes)).ShouldBe([("a", "z", 1L), ("main", "a", 2L), ("main", "b", 2L)]);
        list.ShouldAllBe(entry => entry.UpdatedAt == Scene.Now && entry.Base == null);
        (await scene.Read(session => session.Drafts.List(scene.ProjectId, "me", 2))).Count.ShouldBe(2);
    }

    [Theory, EveryDatabase]
    public async Task What_a_person_uses_is_counted_over_the_projects_of_one_organisation(Database database)
    {
        var scene = await stores.Scene(database);
        var elsewhere = await stores.Scene(database);
        var other = await scene.AnotherProject();
        (await scene.Read(session => session.Drafts.Usage(scene.OrganisationId, "me"))).ShouldBe(new DraftUsage(0, 0));
        await scene.Write(session =>
        {
            session.Drafts.Set(Draft(scene, "a", "12"));
            session.Drafts.Set(Draft(scene, "a", "ü3"));
            session.Drafts.Set(In(Draft(scene, "a", "1234"), key => key with { ProjectId = other.Id }));
            session.Drafts.Set(In(Draft(scene, "a", "1"), key => key with { Person = "someone" }));
        });
        await elsewhere.Write(session => session.Drafts.Set(Draft(elsewhere, "a", "1")));

        (await scene.Read(session => session.Drafts.Usage(scene.OrganisationId, "me"))).ShouldBe(new DraftUsage(2, 7));
    }

    private static Draft Draft(Scene scene, string path, string text) =>
        new(new DraftKey(scene.ProjectId, "me", "main", path), scene.OrganisationId, null, null, text, Scene.Now);

    private static Draft In(Draft draft, Func<DraftKey, DraftKey> change) => draft with { Key = change(draft.Key) };
}
