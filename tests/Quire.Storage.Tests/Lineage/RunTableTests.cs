using Quire.Core.Access;
using Quire.Core.Lineage;
using Quire.Core.Stores;
using Quire.Storage.Tests.Support;
using Quire.Testing;

namespace Quire.Storage.Tests.Lineage;

public sealed class RunTableTests(Stores stores)
{
    [Theory, EveryDatabase]
    public async Task A_run_comes_back_with_every_field_and_its_metrics_exactly(Database database)
    {
        var scene = await stores.Scene(database);
        var (first, second) = await scene.Write(session => (Scene.Standing(session, scene.Prompt("b")), Scene.Standing(session, scene.Prompt("a"), 3)));
        var run = Run(scene, "nightly-1") with { Title = "ü", Parameters = new Dictionary<string, string> { ["seed"] = "42" } };
        var metrics = new Dictionary<string, double> { ["f1"] = 0.1 + 0.2, ["loss"] = -1e300, ["whole"] = 3 };
        var stored = await scene.Write(session =>
        {
            var added = session.Runs.Add(run, [(first.Id, 1), (second.Id, 3)]);
            session.Runs.AddMetrics(added.Row, metrics);
            session.Runs.Finish(scene.OrganisationId, added.Row, Scene.Now.AddMicroseconds(1));
            return added;
        });

        var found = (await scene.Read(session => session.Runs.Find(scene.OrganisationId, "nightly-1")))!;

        found.ShouldBeEquivalentTo(run with { Row = stored.Row, FinishedAt = Scene.Now.AddMicroseconds(1) });
        (await scene.Read(session => session.Runs.Metrics(stored.Row))).ShouldBe(metrics, ignoreOrder: true);
        (await scene.Read(session => session.Runs.Uses(stored.Row))).ShouldBe(
            [new RunUse(scene.ProjectId, "prompts", second.Id, "a", 3, false, false), new RunUse(scene.ProjectId, "prompts", first.Id, "b", 1, false, false)]);
    }

    [Theory, EveryDatabase]
    public async Task Runs_are_found_and_finished_within_their_organisation_only(Database database)
    {
        var scene = await stores.Scene(database);
        var other = await stores.Scene(database);
        var prompt = await scene.Write(session => Scene.Standing(session, scene.Prompt("a")));
        var row = (await scene.Write(session => session.Runs.Add(Run(scene, "one"), [(prompt.Id, 1)]))).Row;
        await scene.Write(session => session.Runs.Finish(other.OrganisationId, row, Scene.Now));

        (await scene.Read(session => session.Runs.Find(other.OrganisationId, "one"))).ShouldBeNull();
        (await scene.Read(session => session.Runs.List(other.OrganisationId, new RunFilter(), null, 9))).ShouldBeEmpty();
        (await scene.Read(session => session.Runs.ListUsing(other.OrganisationId, prompt.Id, 1, null, 9))).ShouldBeEmpty();
        (await scene.Read(session => session.Runs.Find(scene.OrganisationId, "one")))!.FinishedAt.ShouldBeNull();
    }

    [Theory, EveryDatabase]
    public async Task Runs_are_listed_newest_first_by_kind_and_by_whether_they_are_finished(Database database)
    {
        var scene = await stores.Scene(database);
        var prompt = await scene.Write(session => Scene.Standing(session, scene.Prompt("a")));
        await scene.Write(session =>
        {
            session.Runs.Add(Run(scene, "1"), [(prompt.Id, 1)]);
            session.Runs.Add(Run(scene, "2") with { Kind = RunKind.Deployment }, [(prompt.Id, 1)]);
            session.Runs.Add(Run(scene, "3") with { FinishedAt = Scene.Now }, [(prompt.Id, 1)]);
        });

        (await Ids(new RunFilter())).ShouldBe("3 2 1");
        (await Ids(new RunFilter(RunKind.Deployment))).ShouldBe("2");
        (await Ids(new RunFilter(Finished: true))).ShouldBe("3");
        (await Ids(new RunFilter(RunKind.Evaluation, false))).ShouldBe("1");

        async Task<string> Ids(RunFilter filter) =>
            string.Join(' ', (await scene.Read(session => session.Runs.List(scene.OrganisationId, filter, null, 9))).Select(run => run.Id));
    }

    [Theory, EveryDatabase]
    public async Task Usage_is_answered_in_both_directions_for_100_runs_of_50_versions(Database database)
    {
        var scene = await stores.Scene(database);
        var random = Seeds.NewRandom();
        var versions = await scene.Write(session => Versions(session, scene));
        var used = new List<(string Id, HashSet<(string Path, long Number)> Versions)>();
        var (writer, reader) = (new RunWriter(scene.Store, TimeProvider.System), new RunReader(scene.Store));
        var caller = Principal.Owner(scene.OrganisationId, scene.Organisation.Name);
        for (var run = 0; run < 100; run++)
        {
            var chosen = random.GetItems(versions, 200).Distinct().Take(50).ToList();
            chosen.Count.ShouldBe(50);
            var (details, isNew) = await writer.Record(caller, new NewRun { Id = $"r{run}", Kind = RunKind.Evaluation, Prompts = [.. chosen.Select(item => $"{item.Path}@{item.Number}")] });
            (details.Uses.Count, isNew).ShouldBe((50, true));
            used.Add(($"r{run}", [.. chosen]));
        }

        foreach (var (id, chosen) in used)
            (await reader.Get(caller, id)).Uses.Select(use => (use.Path, use.Number)).ShouldBe(chosen, ignoreOrder: true);
        foreach (var (path, number) in versions)
        {
            var expected = used.Where(run => run.Versions.Contains((path, number))).Select(run => run.Id).Reverse().ToList();
            (await All(after => reader.Usage(caller, "prompts", path, number, after, 7))).ShouldBe(expected);
        }
    }

    private static async Task<List<string>> All(Func<string?, Task<RunPage>> read)
    {
        var ids = new List<string>();
        string? after = null;
        do
        {
            var page = await read(after);
            ids.AddRange(page.Items.Select(run => run.Id));
            after = page.Next;
        }
        while (after is not null);
        return ids;
    }

    private static (string Path, long Number)[] Versions(ISession session, Scene scene)
    {
        var all = new List<(string, long)>();
        for (var prompt = 0; prompt < 20; prompt++)
        {
            var stored = Scene.Standing(session, scene.Prompt($"f/p{prompt}"), 5);
            session.Versions.Add([.. Enumerable.Range(1, 4).Select(number => Scene.Version(stored, number))]);
            all.AddRange(Enumerable.Range(1, 5).Select(number => (stored.Path, (long)number)));
        }
        return [.. all];
    }

    private static Run Run(Scene scene, string id) => new()
    {
        OrganisationId = scene.OrganisationId,
        Id = id,
        Kind = RunKind.Evaluation,
        Title = "",
        Parameters = new Dictionary<string, string>(),
        Actor = "me",
        RequestHash = [1, 2, 3],
        CreatedAt = Scene.Now,
    };
}
