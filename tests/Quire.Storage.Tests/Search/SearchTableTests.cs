using Quire.Core.Prompts;
using Quire.Core.Search;
using Quire.Storage.Sessions;
using Quire.Storage.Tests.Support;
using Quire.Testing;

namespace Quire.Storage.Tests.Search;

public sealed class SearchTableTests(Stores stores)
{
    [Theory, EveryDatabase]
    public async Task Documents_are_replaced_and_their_old_words_lead_nowhere(Database database)
    {
        var scene = await stores.Scene(database);
        var prompt = await scene.Write(session => Scene.Standing(session, scene.Prompt("a")));
        await Put(scene, prompt, "apple pear");
        await Put(scene, prompt, "plum");

        (await Find(scene, "apple")).ShouldBeEmpty();
        (await Find(scene, "plum")).ShouldBe([prompt.Id]);

        await scene.Write(session => session.Search.Replace(scene.ProjectId, [prompt.Id], []));
        (await Find(scene, "plum")).ShouldBeEmpty();
    }

    [Fact]
    public async Task On_sqlite_no_word_of_a_removed_document_stays_in_the_index()
    {
        await using var store = stores.Private(Database.SqliteMemory);
        var scene = await Scene.Make(store, "org");
        var prompt = await scene.Write(session => Scene.Standing(session, scene.Prompt("folder/ünder")));
        await Put(scene, prompt, $"Ünïcödé 漢字 🙂 {string.Join(' ', Enumerable.Range(0, 12_000))}");
        (await Words(scene)).ShouldBeGreaterThan(9_000);

        await scene.Write(session => session.Search.Replace(scene.ProjectId, [prompt.Id], []));

        (await Words(scene)).ShouldBe(0);
    }

    [Fact]
    public async Task Tidying_makes_one_part_of_many_and_then_ends()
    {
        await using var store = stores.Private(Database.SqliteMemory);
        var scene = await Scene.Make(store, "org");
        for (var number = 0; number < 13; number++)
        {
            var prompt = await scene.Write(session => Scene.Standing(session, scene.Prompt($"p{number}")));
            await Put(scene, prompt, $"word number{number}");
        }
        (await Parts(scene)).ShouldBeGreaterThan(1);

        await TidyAll(scene);

        (await Parts(scene)).ShouldBe(1);
        (await Find(scene, "word")).Count.ShouldBe(13);
        (await Find(scene, "number7")).Count.ShouldBe(1);
    }

    [Theory, EveryDatabase]
    public async Task Tidying_ends_and_leaves_what_is_found(Database database)
    {
        var scene = await stores.Scene(database);
        var prompt = await scene.Write(session => Scene.Standing(session, scene.Prompt("a")));
        await Put(scene, prompt, "apple");

        await TidyAll(scene);

        (await Find(scene, "apple")).ShouldBe([prompt.Id]);
    }

    [Theory, EveryDatabase]
    public async Task However_far_apart_ids_stand_the_newest_matches_come_first_and_none_is_left_out(Database database)
    {
        var random = Seeds.NewRandom();
        await using var store = stores.Private(database);
        var scene = await Scene.Make(store, "org");
        var ids = new List<long>();
        for (var number = 0; number < 60; number++)
        {
            await Skip(scene, database, random.Next(1 << random.Next(18)));
            var prompt = await scene.Write(session => Scene.Standing(session, scene.Prompt($"p{number}")));
            await Put(scene, prompt, number % 3 == 0 ? "word other" : "word");
            ids.Add(prompt.Id);
        }

        for (var search = 0; search < 60; search++)
        {
            var before = random.Next(3) == 0 ? long.MaxValue : random.NextInt64(ids[^1] + 2);
            var (limit, step) = (random.Next(1, 70), random.Next(2) == 0 ? 1 : 3);
            (await Find(scene, step == 1 ? "word" : "other", before, limit)).ShouldBe(ids.Where((id, index) => index % step == 0 && id < before).Reverse().Take(limit), $"before {before}, {limit} at most");
        }
    }

    [Theory, EveryDatabase]
    public async Task What_waits_counts_for_those_who_see_it(Database database)
    {
        var scene = await stores.Scene(database);
        var other = await scene.AnotherProject();
        var (open, bound) = await scene.Write(session => (
            Scene.Standing(session, scene.Prompt("open")),
            Scene.Standing(session, scene.Prompt("bound"), 1, version => version with { Layer = "tenant", Scope = "acme" })));
        await scene.Write(session => session.Search.Defer(scene.ProjectId, [bound.Id], 5));

        (await First(scene, null)).ShouldBe(5);
        (await First(scene, ["acme", "globex"])).ShouldBe(5);
        (await First(scene, ["globex"])).ShouldBeNull();
        (await First(scene, [])).ShouldBeNull();
        var state = await Look(scene, null, ["globex"]);
        state.Projects.Select(project => (project.Id, project.Name, project.FirstDeferred)).ShouldBe([(scene.ProjectId, "prompts", null), (other.Id, "other", null)], ignoreOrder: true);

        await scene.Write(session => session.Search.Defer(scene.ProjectId, [open.Id], 7));
        (await First(scene, ["globex"])).ShouldBe(7);
        (await First(scene, ["acme"])).ShouldBe(5);
    }

    [Theory, EveryDatabase]
    public async Task A_prompt_that_waits_twice_waits_since_the_first_time_and_for_all_who_saw_or_see_it(Database database)
    {
        var scene = await stores.Scene(database);
        var prompt = await scene.Write(session => Scene.Standing(session, scene.Prompt("a"), 1, version => version with { Layer = "tenant", Scope = "acme" }));
        await scene.Write(session => session.Search.Defer(scene.ProjectId, [prompt.Id], 5));
        await scene.Write(session =>
        {
            session.Versions.Add([Scene.Version(prompt, 2)]);
            session.Prompts.Update(prompt with { LastNumber = 2, LatestNumber = 2 });
            session.Search.Defer(scene.ProjectId, [prompt.Id], 9);
        });

        (await First(scene, ["globex"])).ShouldBe(5);
        (await First(scene, ["acme"])).ShouldBe(5);
    }

    private static async Task<long?> First(Scene scene, string[]? scopes) => (await Look(scene, "prompts", scopes)).Projects.Single().FirstDeferred;

    private static Task<SearchState> Look(Scene scene, string? project, string[]? scopes) =>
        scene.Read(session => session.Search.Find(LookUp(scene, "none") with { Project = project, TenantScopes = scopes }, 1).State);

    private static Task Put(Scene scene, Prompt prompt, string body) => scene.Write(session => session.Search.Replace(scene.ProjectId, [prompt.Id],
    [
        new SearchDocument
        {
            PromptId = prompt.Id,
            ProjectId = scene.ProjectId,
            Number = 1,
            Path = prompt.Path,
            Description = "",
            Tags = ["tag"],
            Marks = ["¶everybody"],
            Body = body,
        },
    ]));

    // As if so many prompts had come in between.
    private static Task Skip(Scene scene, Database database, int ids) => scene.Write(session => ((SqlSession)session).Db.Execute(database == Database.Postgres
        ? $"SELECT setval(pg_get_serial_sequence('prompts', 'id'), nextval(pg_get_serial_sequence('prompts', 'id')) + {ids})"
        : $"UPDATE sqlite_sequence SET seq = seq + {ids} WHERE name = 'prompts'"));

    private static Task<List<long>> Find(Scene scene, string word, long before = long.MaxValue, int limit = 100) =>
        scene.Read(session => session.Search.Find(LookUp(scene, word) with { Before = before }, limit).Found.Select(found => found.PromptId).ToList());

    private static SearchLookUp LookUp(Scene scene, string word) => new()
    {
        OrganisationId = scene.OrganisationId,
        Terms = [new SearchTerm([word])],
        Everything = "¶everybody",
        Borders = _ => [["¶everybody"]],
        Sees = (_, _) => true,
        Scan = 100,
        Head = 100,
    };

    private static async Task TidyAll(Scene scene)
    {
        var steps = 0;
        while (await scene.Write(session => session.Search.Tidy(steps == 0)))
            (++steps).ShouldBeLessThan(100);
    }

    private static Task<long> Words(Scene scene) => scene.Write(session =>
    {
        var db = ((SqlSession)session).Db;
        db.Execute("CREATE VIRTUAL TABLE IF NOT EXISTS temp.terms USING fts5vocab (main, search_words, row)");
        return db.Find<long>("SELECT count(*) FROM temp.terms");
    });

    private static Task<long> Parts(Scene scene) => scene.Read(session => ((SqlSession)session).Db.Find<long>("SELECT count(DISTINCT segid) FROM search_words_idx"));
}
