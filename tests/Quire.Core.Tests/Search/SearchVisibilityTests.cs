using Quire.Core.Access;
using Quire.Core.History;
using Quire.Core.Search;
using Quire.Testing;
using Quire.Testing.Services;

namespace Quire.Core.Tests.Search;

/// <summary>A key that sees a part of a store gets the answers of a store that holds only that part.</summary>
public sealed class SearchVisibilityTests(PostgresFixture postgres, ITestOutputHelper output)
{
    private const int Prompts = 700;
    private const int Searches = 60;
    private static readonly string[] Projects = ["prompts", "alpha", "beta"];
    private static readonly string[] Tenants = ["acme", "globex", "initech"];
    private static readonly string[] Vocabulary = ["refund", "order", "kind", "café", "route", "agent", "answer", "plan", "ship", "bill"];

    [Fact]
    public Task A_bound_key_searches_as_on_a_store_of_what_it_sees_on_sqlite() => Compare(":memory:", ":memory:");

    [Fact]
    public async Task A_bound_key_searches_as_on_a_store_of_what_it_sees_on_postgresql()
    {
        using var all = postgres.CreateDatabase();
        using var seen = postgres.CreateDatabase();
        await Compare(all.ConnectionString, seen.ConnectionString);
    }

    private async Task Compare(string allPlace, string seenPlace)
    {
        var seed = Seeds.Next();
        output.WriteLine($"seed {seed}");
        var random = new Random(seed);
        await using var all = await Workshop.Open(place: allPlace);
        await using var seen = await Workshop.Open(place: seenPlace);
        var files = Enumerable.Range(0, Prompts).SelectMany(number => Make(random, number)).ToList();
        await Fill(all, Projects, files);
        await Fill(seen, Projects[..2], files.Where(file => file.Project != "beta" && file.Tenant is null or "acme"));
        var created = await all.Keys.Create(all.Owner, new NewKey { Name = "bound", Permissions = Permissions.Read, TenantScopes = ["acme"], Projects = ["prompts", "alpha"] });
        var bound = (await all.Keys.Authenticate(created.Secret))!;

        var hits = 0;
        for (var search = 0; search < Searches; search++)
        {
            var request = Request(random);
            // The matches are looked through, or the index is asked for those that are seen: as soon as few of them are.
            var answer = await Everything(search % 2 == 0 ? all.Search : new SearchService(all.Store, scan: random.Next(1, 300)), bound, request);
            hits += answer.Count;
            answer.ShouldBe(await Everything(seen.Search, seen.Owner, request), $"seed {seed}, search {search}: {request}");
        }
        hits.ShouldBeGreaterThan(Searches);
    }

    private static async Task Fill(Workshop shop, IReadOnlyList<string> projects, IEnumerable<RandomFile> files)
    {
        foreach (var name in projects.Skip(1))
            await shop.Projects.Create(shop.Owner, name);
        // Batches that mix what is seen and what is not, so that ids differ between the stores and their order does not.
        foreach (var batch in files.GroupBy(file => file.Number / 50).SelectMany(chunk => chunk.GroupBy(file => file.Project)))
            await Commit(shop, batch.Key, batch);
    }

    private static Task Commit(Workshop shop, string project, IEnumerable<RandomFile> files) => shop.Commits.Commit(shop.Owner, new CommitRequest
    {
        Project = project,
        Message = "Add",
        Changes = [.. files.Select(file => new FileChange($"{file.Path}.prompt.md") { Content = System.Text.Encoding.UTF8.GetBytes(file.Text) })],
    });

    private static async Task<List<string>> Everything(SearchService service, Principal caller, SearchRequest request)
    {
        var found = new List<string>();
        string? after = null;
        do
        {
            var page = await service.Search(caller, request with { After = after });
            found.AddRange(page.Hits.Select(hit => $"{hit.Project}:{hit.Prompt.Path}@{hit.Prompt.Number} {string.Join(' ', hit.Highlights.Select(Shown))}"));
            found.Add("page");
            after = page.Next;
        }
        while (after is not null);
        return found;
    }

    private static string Shown(SearchHighlight highlight) => $"{highlight.Field}[{highlight.Excerpt}]{string.Join(',', highlight.Spans)}";

    private static SearchRequest Request(Random random)
    {
        var words = Enumerable.Range(0, random.Next(1, 4)).Select(_ => Term(random));
        return new SearchRequest
        {
            Text = string.Join(' ', words.Append(random.Next(3) == 0 ? Word(random) : "-\"refund order kind\"")),
            Tag = random.Next(3) == 0 ? "even" : null,
            Layer = random.Next(6) == 0 ? "tenant" : null,
            Project = random.Next(3) == 0 ? Projects[random.Next(2)] : null,
            Folder = random.Next(4) == 0 ? "f1" : "",
            Limit = random.Next(5, 200),
        };
    }

    private static string Term(Random random) => random.Next(5) switch
    {
        0 => $"\"{Word(random)} {Word(random)}\"",
        1 => $"-{Word(random)}",
        2 => $"{Word(random)[..2]}*",
        _ => Word(random),
    };

    private static string Word(Random random) => Vocabulary[random.Next(Vocabulary.Length) * random.Next(Vocabulary.Length) / Vocabulary.Length];

    // A tenant's contribution comes with a base of its own, because a base has one contribution of each tenant.
    private static IEnumerable<RandomFile> Make(Random random, int number)
    {
        var project = Projects[random.Next(Projects.Length)];
        var (path, front) = ($"f{random.Next(3)}/p{number}", $"tags: [{(number % 2 == 0 ? "even" : "odd")}]");
        if (random.Next(2) == 0)
            return [new RandomFile(number, project, null, path, $"---\n{front}\n---\n{Text(random)}\n")];
        var tenant = Tenants[random.Next(Tenants.Length)];
        return
        [
            new RandomFile(number, project, null, $"bases/b{number}", $"{Text(random)} {{% merge_point \"extra\" %}}{{% endmerge_point %}}"),
            new RandomFile(number, project, tenant, path, $"---\n{front}\nextends: bases/b{number}\nlayer: tenant\nscope: {tenant}\n---\n{{% contribute \"extra\" %}}{Text(random)}{{% endcontribute %}}\n"),
        ];
    }

    private static string Text(Random random) => string.Join(' ', Enumerable.Range(0, random.Next(1, 30)).Select(_ => Word(random)));

    private sealed record RandomFile(int Number, string Project, string? Tenant, string Path, string Text);
}
