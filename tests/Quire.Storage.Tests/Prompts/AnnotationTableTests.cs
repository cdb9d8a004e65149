using Quire.Core.Prompts;
using Quire.Storage.Tests.Support;

namespace Quire.Storage.Tests.Prompts;

public sealed class AnnotationTableTests(Stores stores)
{
    [Theory, EveryDatabase]
    public async Task An_annotation_is_created_replaced_and_removed(Database database)
    {
        var scene = await stores.Scene(database);
        var prompt = await scene.Write(session => session.Prompts.Add(scene.Prompt("a")));
        var whole = new Annotation(scene.ProjectId, prompt.Id, 0, "tags", """["x"]""");
        var version = whole with { Number = 1, Value = """["ü"]""" };

        await scene.Write(session =>
        {
            session.Annotations.Set(whole with { Value = "[]" });
            session.Annotations.Set(whole);
            session.Annotations.Set(version);
        });

        (await scene.Read(session => session.Annotations.Find(scene.ProjectId, prompt.Id, 0, "tags"))).ShouldBe(whole);
        (await scene.Read(session => session.Annotations.Find(scene.ProjectId, prompt.Id, 1, "tags"))).ShouldBe(version);
        (await scene.Read(session => session.Annotations.Find(scene.ProjectId, prompt.Id, 2, "tags"))).ShouldBeNull();
        (await scene.Write(session => session.Annotations.Remove(scene.ProjectId, prompt.Id, 0, "tags"))).ShouldBeTrue();
        (await scene.Write(session => session.Annotations.Remove(scene.ProjectId, prompt.Id, 0, "tags"))).ShouldBeFalse();
    }

    [Theory, EveryDatabase]
    public async Task Annotations_are_listed_for_many_prompts_of_one_project(Database database)
    {
        var scene = await stores.Scene(database);
        var (first, second) = await scene.Write(session => (session.Prompts.Add(scene.Prompt("a")), session.Prompts.Add(scene.Prompt("b"))));
        Annotation Make(Prompt prompt, long number, string key) => new(scene.ProjectId, prompt.Id, number, key, "1");
        Annotation[] all = [Make(first, 0, "a"), Make(first, 0, "b"), Make(first, 2, "a"), Make(second, 1, "a")];
        await scene.Write(session =>
        {
            foreach (var annotation in all.Reverse())
                session.Annotations.Set(annotation);
        });

        (await scene.Read(session => session.Annotations.List(scene.ProjectId, [second.Id, first.Id]))).ShouldBe(all);
        (await scene.Read(session => session.Annotations.List(scene.ProjectId, [second.Id]))).ShouldBe([all[3]]);
        (await scene.Read(session => session.Annotations.List(-1, [second.Id]))).ShouldBeEmpty();
        await Should.ThrowAsync<InvalidOperationException>(() => scene.Write(session => session.Annotations.Set(all[0] with { PromptId = -1 })));
    }

    [Theory, EveryDatabase]
    public async Task Another_projects_annotation_is_not_overwritten(Database database)
    {
        var scene = await stores.Scene(database);
        var other = await scene.AnotherProject();
        var prompt = await scene.Write(session => session.Prompts.Add(scene.Prompt("a")));
        var annotation = new Annotation(scene.ProjectId, prompt.Id, 0, "tags", "[]");
        await scene.Write(session => session.Annotations.Set(annotation));

        await Should.ThrowAsync<InvalidOperationException>(() => scene.Write(session => session.Annotations.Set(annotation with { ProjectId = other.Id, Value = "1" })));

        (await scene.Read(session => session.Annotations.Find(scene.ProjectId, prompt.Id, 0, "tags"))).ShouldBe(annotation);
    }
}
