using System.Text;
using Quire.Core.Access;
using Quire.Core.Changes;
using Quire.Core.Collecting;
using Quire.Core.Errors;
using Quire.Core.Stores;
using Quire.Testing;
using Quire.Testing.Services;
using Quire.Testing.Time;
using Quire.Versioning.Commits;
using Quire.Versioning.Objects;

namespace Quire.Core.Tests.Collecting;

public sealed class CollectorTests(PostgresFixture postgres) : IDisposable
{
    private static readonly DateTimeOffset Start = new(2026, 11, 21, 8, 0, 0, TimeSpan.Zero);
    private static readonly CollectRequest Now = new() { Keep = TimeSpan.Zero };

    private readonly ManualClock _clock = new(Start);
    private readonly TempFolder _folder = new();

    public static TheoryData<string> Places => ["memory", "file", "postgres"];

    public void Dispose() => _folder.Dispose();

    [Theory, MemberData(nameof(Places))]
    public async Task What_nothing_refers_to_goes_when_it_is_old_enough(string place)
    {
        await using var shop = await Open(place);
        await shop.Commit(("a", Text(1)));
        var old = await Stage(shop, Blob("an old upload"));
        _clock.Advance(TimeSpan.FromDays(10));
        var young = await Stage(shop, Blob("a young upload"));
        _clock.Advance(TimeSpan.FromDays(10));

        var looked = await shop.Collector.Collect(shop.Owner, new CollectRequest { DryRun = true });
        (looked.Projects[0].Swept, looked.Projects[0].Kept).ShouldBe((1, 1));
        (await Missing(shop, old, young)).ShouldBeEmpty();
        var report = await shop.Collector.Collect(shop.Owner, new CollectRequest());

        (report.Projects[0].Swept, report.Projects[0].Kept, report.Projects[0].Reachable).ShouldBe((1, 1, 3));
        report.Projects[0].SweptBytes.ShouldBe(looked.Projects[0].SweptBytes);
        (await Missing(shop, old, young)).ShouldBe([old]);
        (await Sweep(shop)).Projects[0].Swept.ShouldBe(1);
        (await Missing(shop, old, young)).ShouldBe([old, young], ignoreOrder: true);
        (await shop.Verifier.Verify(shop.Owner)).Problems.ShouldBeEmpty();
    }

    [Theory, MemberData(nameof(Places))]
    public async Task What_is_handed_in_again_is_young_again_with_all_that_it_leads_to(string place)
    {
        await using var shop = await Open(place);
        await shop.Commit(("a", Text(1)));
        var blob = Blob("of an unfinished commit");
        var commit = await StageCommit(shop, blob);
        _clock.Advance(TimeSpan.FromDays(20));
        await Stage(shop, commit);

        (await shop.Collector.Collect(shop.Owner, new CollectRequest())).Projects[0].Swept.ShouldBe(0);

        (await Missing(shop, blob.Id, commit.Id)).ShouldBeEmpty();
    }

    [Theory, MemberData(nameof(Places))]
    public async Task Dropped_histories_deleted_prompts_tombstones_and_old_tags_stay(string place)
    {
        await using var shop = await Open(place);
        await shop.Commit(("a", Text(1)), ("b", Text(2)));
        var dropped = (await shop.CommitTo("draft", "On a branch", ("a", Text(3)))).Head!;
        await Move(shop, new BranchMove("refs/heads/draft", ObjectId.Parse(dropped), null));
        await Move(shop, new TagMove("refs/tags/v1", null, ObjectId.Parse(dropped)));
        await Move(shop, new TagMove("refs/tags/v1", ObjectId.Parse(dropped), null));
        await shop.Commit(("b", null));
        await shop.Commit(("a", Text(4)));
        await Move(shop, new AnnotationMove("a", 1, AnnotationKeys.Tombstone, "true"));
        var before = await Bodies(shop);

        (await Sweep(shop)).Projects[0].Swept.ShouldBe(0);

        await ShouldHave(shop, before);
    }

    [Theory, MemberData(nameof(Places))]
    public async Task A_commit_whose_objects_are_swept_before_it_is_written_hands_them_in_again(string place)
    {
        InterruptedStore? store = null;
        await using var shop = await Open(place, inner => store = new InterruptedStore(inner));
        await shop.Commit(("a", Text(1)));
        CollectReport? report = null;

        store!.Before(1, async () => report = await Sweep(shop));
        var applied = await shop.Commit(("a", Text(2)));

        report!.Projects[0].Swept.ShouldBe(3);
        applied.Changed.ShouldBeTrue();
        (await shop.Text("a@2")).ShouldBe(Text(2));
        (await shop.Verifier.Verify(shop.Owner)).Problems.ShouldBeEmpty();
    }

    [Theory, MemberData(nameof(Places))]
    public async Task A_pointer_to_what_was_swept_is_refused_even_where_it_was_read_lately(string place)
    {
        InterruptedStore? store = null;
        await using var shop = await Open(place, inner => store = new InterruptedStore(inner));
        await shop.Commit(("a", Text(1)));
        var commit = await StageCommit(shop, Blob("lost"));

        store!.Before(0, () => Sweep(shop));
        var error = await Workshop.Refusal(() => Move(shop, new BranchMove("refs/heads/late", null, commit.Id)));

        error.Code.ShouldBe("objects_swept");
        (await shop.History.Branches(shop.Owner, Workshop.Project)).Count.ShouldBe(1);
        (await shop.Verifier.Verify(shop.Owner)).Problems.ShouldBeEmpty();
    }

    [Theory, MemberData(nameof(Places))]
    public async Task What_a_change_took_up_while_it_was_being_swept_stays(string place)
    {
        InterruptedStore? store = null;
        await using var shop = await Open(place, inner => store = new InterruptedStore(inner));
        await shop.Commit(("a", Text(1)));
        var blob = Blob("taken up");
        var commit = await StageCommit(shop, blob);

        // Between the walk over everything and the first sweeping transaction.
        store!.Before(0, () => Move(shop, new BranchMove("refs/heads/late", null, commit.Id)));
        (await Sweep(shop)).Projects[0].Swept.ShouldBe(0);

        (await Missing(shop, blob.Id, commit.Id)).ShouldBeEmpty();
        (await shop.Verifier.Verify(shop.Owner)).Problems.ShouldBeEmpty();
    }

    [Theory, MemberData(nameof(Places))]
    public async Task Older_versions_are_stored_as_deltas_and_read_back_byte_for_byte(string place)
    {
        await using var shop = await Open(place);
        for (var number = 1; number <= 60; number++)
            await shop.Commit(("a", Text(number)), ("other", "short"));
        var before = await Bodies(shop);

        var first = (await shop.Collector.Collect(shop.Owner, new CollectRequest())).Projects[0];
        await shop.Commit(("a", Text(61)));
        await shop.Commit(("a", Text(62)));
        var second = (await shop.Collector.Collect(shop.Owner, new CollectRequest())).Projects[0];
        var third = (await shop.Collector.Collect(shop.Owner, new CollectRequest())).Projects[0];

        (first.Repacked, second.Repacked, third.Repacked).ShouldBe((59, 1, 0));
        first.RepackedBytes.ShouldBeGreaterThan(59 * 300);
        await ShouldHave(shop, before);
        for (var number = 1; number <= 62; number++)
            (await shop.Text($"a@{number}")).ShouldBe(Text(number));
        (await Depths(shop)).Max().ShouldBeInRange(24, 32);
    }

    [Theory, MemberData(nameof(Places))]
    public async Task Writers_and_readers_go_on_while_it_collects_and_everything_that_was_answered_is_there(string place)
    {
        await using var shop = await Open(place);
        await shop.Commit(("a", Text(0)));
        var answered = new List<string>();
        using var done = new CancellationTokenSource();

        var collecting = Task.Run(async () =>
        {
            for (var round = 0; !done.IsCancellationRequested || round < 2; round++)
                await Collect(shop);
        }, TestContext.Current.CancellationToken);
        for (var number = 1; number <= 25; number++)
        {
            await Stage(shop, Blob($"garbage {number}"));
            answered.Add((await shop.Commit(("a", Text(number)))).Head!);
            (await shop.Text($"a@{number}")).ShouldBe(Text(number - 1));
        }
        await done.CancelAsync();
        await collecting;

        (await Missing(shop, [.. answered.Select(head => ObjectId.Parse(head))])).ShouldBeEmpty();
        (await shop.Verifier.Verify(shop.Owner)).Problems.ShouldBeEmpty();
    }

    [Fact]
    public async Task It_takes_the_permission_to_manage_and_only_one_runs_at_a_time()
    {
        InterruptedStore? store = null;
        await using var shop = await Open("memory", inner => store = new InterruptedStore(inner));
        await Stage(shop, Blob("garbage"));
        var created = await shop.Keys.Create(shop.Owner, new NewKey { Name = "writer", Permissions = Permissions.Read | Permissions.Write });
        var reader = (await shop.Keys.Authenticate(created.Secret))!;
        (await Workshop.Refusal(() => shop.Collector.Collect(reader, Now))).Code.ShouldBe("forbidden");

        QuireError? second = null;
        store!.Before(0, async () => second = await Workshop.Refusal(() => Sweep(shop)));
        (await Sweep(shop)).Projects[0].Swept.ShouldBe(1);

        second!.Code.ShouldBe("gc_running");
    }

    [Fact]
    public async Task The_file_shrinks_by_what_was_swept()
    {
        await using var shop = await Open("file");
        var random = Seeds.NewRandom();
        var bytes = new byte[3_000_000];
        random.NextBytes(bytes);
        await Stage(shop, GitObject.Blob(bytes));

        var report = await Sweep(shop);

        (report.BytesBefore - report.BytesAfter).ShouldBeGreaterThan(2_900_000);
        report.FreeBytes.ShouldBeLessThan(100_000);
    }

    // Whatever was handed in up to now is older than a moment later.
    private Task<CollectReport> Sweep(Workshop shop)
    {
        _clock.Advance(TimeSpan.FromMilliseconds(1));
        return shop.Collector.Collect(shop.Owner, Now);
    }

    private async Task Collect(Workshop shop)
    {
        try
        {
            await Sweep(shop);
        }
        catch (QuireException error) when (error.Error.Code is "gc_interrupted")
        {
            // PostgreSQL let a writer go first; the next round sweeps.
        }
    }

    private Task<Workshop> Open(string place, Func<IStore, IStore>? around = null) => Workshop.Open(_clock, place switch
    {
        "memory" => ":memory:",
        "file" => _folder.Combine("data"),
        _ => postgres.CreateDatabase().ConnectionString,
    }, around: around);

    private static string Text(int number) =>
        string.Join('\n', Enumerable.Range(0, 40).Select(line => $"line {line} says {new Random((line * 31) + (line == number % 40 ? number : 0)).Next()} of something")) + "\n";

    private static GitObject Blob(string text) => GitObject.Blob(Encoding.UTF8.GetBytes(text));

    private static async Task<ObjectId> Stage(Workshop shop, params GitObject[] objects)
    {
        await shop.Door.Stage(await shop.TheProject(), [.. objects.Select(value => new StagedObject(value, null))]);
        return objects[^1].Id;
    }

    private static async Task<GitObject> StageCommit(Workshop shop, GitObject blob)
    {
        var tree = Versioning.Trees.Tree.Of([new Versioning.Trees.TreeEntry(Versioning.Trees.EntryMode.File, "x.txt", blob.Id)]).ToObject();
        var author = Signature.At("Ada", "ada@example.org", Start);
        var commit = Versioning.Commits.Commit.Create(tree.Id, [], author, author, "Unfinished\n").Raw;
        await Stage(shop, blob, tree, commit);
        return commit;
    }

    private static async Task Move(Workshop shop, Move move) => await shop.Door.Apply(new Change { Actor = shop.Owner, Project = await shop.TheProject(), Moves = [move] });

    private static async Task<IReadOnlyList<ObjectId>> Missing(Workshop shop, params ObjectId[] ids)
    {
        var project = await shop.TheProject();
        return [.. ids.Except(await shop.Store.Read(session => session.Objects.Existing(project.Id, ids)))];
    }

    private static async Task<Dictionary<ObjectId, byte[]>> Bodies(Workshop shop)
    {
        var project = await shop.TheProject();
        return await shop.Store.Read(session => session.Objects.List(project.Id, null, 10_000).ToDictionary(id => id, id => session.Objects.TryRead(project.Id, id, out var found) ? found.Body.ToArray() : []));
    }

    private static async Task ShouldHave(Workshop shop, Dictionary<ObjectId, byte[]> expected)
    {
        var actual = await Bodies(shop);
        foreach (var (id, body) in expected)
            actual[id].ShouldBe(body);
        (await shop.Verifier.Verify(shop.Owner)).Problems.ShouldBeEmpty();
    }

    private static async Task<IEnumerable<int>> Depths(Workshop shop)
    {
        var project = await shop.TheProject();
        return await shop.Store.Read(session => session.Objects.Shapes(project.Id, session.Objects.List(project.Id, null, 10_000)).Select(shape => shape.DeltaDepth));
    }
}
