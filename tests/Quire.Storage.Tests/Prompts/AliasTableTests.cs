using Quire.Core.Prompts;
using Quire.Core.Stores;
using Quire.Storage.Tests.Support;

namespace Quire.Storage.Tests.Prompts;

public sealed class AliasTableTests(Stores stores)
{
    [Theory, EveryDatabase]
    public async Task An_alias_is_created_moved_and_removed(Database database)
    {
        var scene = await stores.Scene(database);
        var prompt = await scene.Write(session => TwoVersions(session, scene, "a"));

        await scene.Write(session => session.Aliases.Set(new Alias(scene.ProjectId, prompt.Id, "production", 1, Scene.Now)));
        var moved = new Alias(scene.ProjectId, prompt.Id, "production", 2, Scene.Now.AddHours(1));
        await scene.Write(session => session.Aliases.Set(moved));

        (await scene.Read(session => session.Aliases.Find(scene.ProjectId, prompt.Id, "production"))).ShouldBe(moved);
        (await scene.Read(session => session.Aliases.Find(-1, prompt.Id, "production"))).ShouldBeNull();
        (await scene.Write(session => session.Aliases.Remove(-1, prompt.Id, "production"))).ShouldBeFalse();
        (await scene.Write(session => session.Aliases.Remove(scene.ProjectId, prompt.Id, "production"))).ShouldBeTrue();
        (await scene.Write(session => session.Aliases.Remove(scene.ProjectId, prompt.Id, "production"))).ShouldBeFalse();
    }

    [Theory, EveryDatabase]
    public async Task An_alias_needs_its_version_and_its_project(Database database)
    {
        var scene = await stores.Scene(database);
        var other = await scene.AnotherProject();
        var prompt = await scene.Write(session => TwoVersions(session, scene, "a"));
        await scene.Write(session => session.Aliases.Set(new Alias(scene.ProjectId, prompt.Id, "production", 1, Scene.Now)));

        await Should.ThrowAsync<InvalidOperationException>(() => scene.Write(session => session.Aliases.Set(new Alias(scene.ProjectId, prompt.Id, "production", 9, Scene.Now))));
        await Should.ThrowAsync<InvalidOperationException>(() => scene.Write(session => session.Aliases.Set(new Alias(other.Id, prompt.Id, "production", 2, Scene.Now))));
    }

    [Theory, EveryDatabase]
    public async Task Aliases_are_listed_by_prompt_and_by_name(Database database)
    {
        var scene = await stores.Scene(database);
        var (first, second) = await scene.Write(session => (TwoVersions(session, scene, "a"), TwoVersions(session, scene, "b")));
        Alias Make(Prompt prompt, string name) => new(scene.ProjectId, prompt.Id, name, 1, Scene.Now);
        await scene.Write(session =>
        {
            foreach (var alias in new[] { Make(second, "production"), Make(first, "staging"), Make(first, "production") })
                session.Aliases.Set(alias);
        });

        (await scene.Read(session => session.Aliases.List(scene.ProjectId, [first.Id, second.Id])))
            .ShouldBe([Make(first, "production"), Make(first, "staging"), Make(second, "production")]);
        (await scene.Read(session => session.Aliases.List(scene.ProjectId, [second.Id]))).ShouldBe([Make(second, "production")]);
        (await scene.Read(session => session.Aliases.List(scene.ProjectId, []))).ShouldBeEmpty();
        (await scene.Read(session => session.Aliases.ListByName(scene.ProjectId, "production"))).ShouldBe([Make(first, "production"), Make(second, "production")]);
        (await scene.Read(session => session.Aliases.ListByName(-1, "production"))).ShouldBeEmpty();
    }

    [Theory, EveryDatabase]
    public async Task An_epoch_is_zero_until_it_is_set(Database database)
    {
        var scene = await stores.Scene(database);

        (await scene.Read(session => session.Aliases.Epoch(scene.ProjectId, "production"))).ShouldBe(0);
        await scene.Write(session => session.Aliases.SetEpoch(scene.ProjectId, "production", 4));
        await scene.Write(session => session.Aliases.SetEpoch(scene.ProjectId, "production", 6));
        (await scene.Read(session => session.Aliases.Epoch(scene.ProjectId, "production"))).ShouldBe(6);
        (await scene.Read(session => session.Aliases.Epoch(scene.ProjectId, "staging"))).ShouldBe(0);
    }

    private static Prompt TwoVersions(ISession session, Scene scene, string path)
    {
        var prompt = session.Prompts.Add(scene.Prompt(path));
        session.Versions.Add([Scene.Version(prompt, 1), Scene.Version(prompt, 2)]);
        return prompt;
    }
}
