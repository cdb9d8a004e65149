using System.Text;
using Quire.Core.Access;
using Quire.Core.History;
using Quire.Core.Similarity;
using Quire.Testing;
using Quire.Testing.Services;
using Quire.Testing.Texts;

namespace Quire.Core.Tests.Similarity;

/// <summary>A key that sees a part of a store gets the answers of a store that holds only that part, whenever the two stores were asked before.</summary>
public sealed class SimilarityVisibilityTests(PostgresFixture postgres, ITestOutputHelper output)
{
    private const int Rounds = 6;
    private const int PerRound = 50;
    private static readonly string[] Tags = ["billing", "travel", "legal", "code"];

    [Fact]
    public Task A_bound_key_finds_what_is_similar_as_on_a_store_of_what_it_sees_on_sqlite() => Compare(":memory:", ":memory:");

    [Fact]
    public async Task A_bound_key_finds_what_is_similar_as_on_a_store_of_what_it_sees_on_postgresql()
    {
        using var all = postgres.CreateDatabase();
        using var seen = postgres.CreateDatabase();
        await Compare(all.ConnectionString, seen.ConnectionString);
    }

    private async Task Compare(string allPlace, string seenPlace)
    {
        var random = Seeds.NewRandom();
        await using var all = await Workshop.Open(place: allPlace);
        await using var seen = await Workshop.Open(place: seenPlace);
        foreach (var shop in (Workshop[])[all, seen])
            await shop.Projects.Create(shop.Owner, "shown");
        await all.Projects.Create(all.Owner, "hidden");
        var secret = (await all.Keys.Create(all.Owner, new NewKey { Name = "bound", Permissions = Permissions.Read, TenantScopes = ["acme"], Projects = ["prompts", "shown"] })).Secret;
        var bound = (await all.Keys.Authenticate(secret))!;
        var texts = new MixedTexts(random);
        var (similar, pairs, tags) = (0, 0, 0);
        for (var round = 0; round < Rounds; round++)
        {
            var files = Enumerable.Range(round * PerRound, PerRound).SelectMany(number => texts.Make(number)).ToList();
            await Commit(all, files);
            await Commit(seen, [.. files.Where(file => file.IsSeen)]);
            // The larger store follows change by change; the other one is filled at the end.
            pairs = (await all.Similarity.Pairs(bound, null, limit: 1_000)).Items.Count;
        }
        (await Pairs(all, bound)).ShouldBe(await Pairs(seen, seen.Owner));
        foreach (var file in texts.Seen.OrderBy(_ => random.Next()).Take(40))
        {
            var found = await Around(all, bound, file);
            found.ShouldBe(await Around(seen, seen.Owner, file), $"{file.Project}:{file.Path}");
            similar += found.Count(line => line.StartsWith("like", StringComparison.Ordinal));
            tags += found.Count(line => line.StartsWith("tag", StringComparison.Ordinal));
        }
        output.WriteLine($"{pairs} pairs, {similar} similar, {tags} tags");
        Math.Min(pairs, Math.Min(similar, tags)).ShouldBeGreaterThan(20);
    }

    private static async Task Commit(Workshop shop, IReadOnlyList<MixedFile> files)
    {
        foreach (var project in files.GroupBy(file => file.Project))
        {
            await shop.Commits.Commit(shop.Owner, new CommitRequest
            {
                Project = project.Key,
                Message = "Change",
                Changes = [.. project.Select(file => new FileChange($"{file.Path}.prompt.md") { Content = Encoding.UTF8.GetBytes(file.Text) })],
            });
        }
    }

    private static async Task<List<string>> Pairs(Workshop shop, Principal caller)
    {
        var answers = new List<SimilarPairs>();
        foreach (var project in (string?[])[null, "prompts", "shown"])
        {
            answers.Add(await shop.Similarity.Pairs(caller, project, limit: 1_000));
            answers.Add(await shop.Similarity.Pairs(caller, project, 0.6, 7));
        }
        return [.. answers.SelectMany(answer => answer.Items.Select(pair => $"{pair.First} {pair.Second} {pair.Score}").Append($"more {answer.More}"))];
    }

    private static async Task<List<string>> Around(Workshop shop, Principal caller, MixedFile file)
    {
        var near = await shop.Similarity.Like(caller, file.Project, file.Path, limit: 5);
        var far = await shop.Similarity.Like(caller, file.Project, file.Path, everywhere: true, least: 0.1);
        var tags = await shop.TagSuggestions.Suggest(caller, file.Project, file.Path);
        return
        [
            .. near.Concat(far).Select(one => $"like {one.Project}:{one.Path}@{one.Version} {one.Score} {string.Join(',', one.Tags)}"),
            .. tags.Select(tag => $"tag {tag.Tag} {tag.Score} {string.Join(',', tag.Words)} {string.Join(',', tag.Similar)}"),
        ];
    }

    private sealed record MixedFile(string Project, string Path, string? Tenant, string Text)
    {
        public bool IsSeen => Project != "hidden" && Tenant is null or "acme";
    }

    /// <summary>Texts of which many are edits of others, seen or not; some replace older ones.</summary>
    private sealed class MixedTexts(Random random)
    {
        private readonly MadeUpWords _words = new(random, 500);
        private readonly List<string> _bodies = [];

        public Dictionary<(string, string), MixedFile>.ValueCollection Seen => _seen.Values;

        private readonly Dictionary<(string Project, string Path), MixedFile> _seen = [];

        public IEnumerable<MixedFile> Make(int number)
        {
            var body = _bodies.Count > 0 && random.Next(2) == 0 ? _words.Edit(_bodies[random.Next(_bodies.Count)], random.NextDouble() / 2) : _words.Text(random.Next(5, 80));
            _bodies.Add(body);
            var project = new[] { "prompts", "shown", "hidden" }[random.Next(3)];
            var tags = $"tags: [{string.Join(", ", Tags.Where(_ => random.Next(3) == 0))}]";
            return random.Next(3) == 0 ? Contribution(project, number, tags, body) : [Note(new MixedFile(project, $"p{(random.Next(4) == 0 ? random.Next(number + 1) : number)}", null, $"---\n{tags}\n---\n{body}"))];
        }

        // With a base of its own, because a base has one contribution of each tenant.
        private List<MixedFile> Contribution(string project, int number, string tags, string body)
        {
            var tenant = random.Next(2) == 0 ? "acme" : "globex";
            return
            [
                Note(new MixedFile(project, $"bases/b{number}", null, $"{_words.Text(20)} {{% merge_point \"extra\" %}}{{% endmerge_point %}}")),
                Note(new MixedFile(project, $"layers/l{number}", tenant, $"---\n{tags}\nextends: bases/b{number}\nlayer: tenant\nscope: {tenant}\n---\n{{% contribute \"extra\" %}}{body}{{% endcontribute %}}")),
            ];
        }

        private MixedFile Note(MixedFile file)
        {
            if (file.IsSeen)
                _seen[(file.Project, file.Path)] = file;
            return file;
        }
    }
}
