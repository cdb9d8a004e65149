using Quire.Core.Changes;
using Quire.Core.Search;
using Quire.Testing.Services;

namespace Quire.Core.Tests.Search;

public sealed class SearchServiceTests(PostgresFixture postgres)
{
    public static TheoryData<bool> Both => [false, true];

    [Theory]
    [MemberData(nameof(Both))]
    public async Task Words_phrases_beginnings_and_exclusions_find_what_they_say(bool onPostgres)
    {
        using var database = onPostgres ? postgres.CreateDatabase() : null;
        await using var shop = await Workshop.Open(place: database?.ConnectionString ?? ":memory:");
        await shop.Commit(
            ("support/refund.prompt.md", "---\ndescription: Answers about Money\ntags: [billing, très bon]\ncategory: care\nmodel: gpt-9\n---\nThe customer wants a refund. Be kind, naïve café."),
            ("support/greeting.prompt.md", "---\ntags: [billing]\n---\nSay hello to the kind customer, don't refund."),
            ("legal/terms.prompt.md", "Wants refund never a customer."));

        (await Paths(shop, "customer refund")).ShouldBe(["support/refund", "support/greeting", "legal/terms"]);
        (await Paths(shop, "\"wants a refund\"")).ShouldBe(["support/refund"]);
        (await Paths(shop, "kind -hello")).ShouldBe(["support/refund"]);
        (await Paths(shop, "-refund")).ShouldBeEmpty();
        (await Paths(shop, "-\"kind customer\"")).ShouldBe(["support/refund", "legal/terms"], ignoreOrder: true);
        (await Paths(shop, "CAFE NAIVE")).ShouldBe(["support/refund"]);
        (await Paths(shop, "gre*")).ShouldBe(["support/greeting"]);
        (await Paths(shop, "\"the kind cust\"*")).ShouldBe(["support/greeting"]);
        (await Paths(shop, "support/refund")).ShouldBe(["support/refund"]);
        (await Paths(shop, "' \" : & | ! ( ) \\ *")).ShouldBeEmpty();
        (await Paths(shop, "money")).ShouldBe(["support/refund"]);
    }

    [Theory]
    [MemberData(nameof(Both))]
    public async Task Filters_compare_exactly_and_follow_what_is_set_beside_the_text(bool onPostgres)
    {
        using var database = onPostgres ? postgres.CreateDatabase() : null;
        await using var shop = await Workshop.Open(place: database?.ConnectionString ?? ":memory:");
        await shop.Commit(
            ("support/a.prompt.md", "---\ntags: [billing, très bon]\ncategory: care\nmodel: gpt-9\n---\nkind words {% merge_point \"extra\" %}{% endmerge_point %}"),
            ("support2/b.prompt.md", "---\ntags: [Billing]\nmodel:\n  name: gpt-9\n---\nkind words"),
            ("support/layer.prompt.md", "---\nextends: support/a\nlayer: feature\nscope: billing\n---\n{% contribute \"extra\" %}kind words{% endcontribute %}"));
        async Task Finds(SearchRequest request, params string[] paths) =>
            (await shop.Search.Search(shop.Owner, request)).Hits.Select(hit => hit.Prompt.Path).ShouldBe(paths, ignoreOrder: true);

        await Finds(new() { Tag = "billing" }, "support/a");
        await Finds(new() { Tag = "très bon", Text = "kind" }, "support/a");
        await Finds(new() { Category = "care" }, "support/a");
        await Finds(new() { Model = "gpt-9" }, "support/a", "support2/b");
        await Finds(new() { Layer = "feature" }, "support/layer");
        await Finds(new() { Folder = "support" }, "support/a", "support/layer");
        await Finds(new() { Author = "owner" }, "support/a", "support2/b", "support/layer");
        await Finds(new() { Text = "kind", Alias = "production" });
        await shop.Door.Apply(new Change { Actor = shop.Owner, Project = await shop.TheProject(), Moves = [new AliasMove("support/a", "production", new AliasTarget(1))] });
        await Finds(new() { Alias = "production" }, "support/a");
        await shop.Door.Apply(new Change { Actor = shop.Owner, Project = await shop.TheProject(), Moves = [new TagsMove("support/a", ["moved"], ["billing"])] });
        await Finds(new() { Tag = "billing" });
        await Finds(new() { Tag = "moved" }, "support/a");
    }

    [Fact]
    public async Task Only_the_latest_versions_of_standing_prompts_are_found()
    {
        await using var shop = await Workshop.Open();
        await shop.Commit(("a.prompt.md", "apple"), ("b.prompt.md", "apple"));
        await shop.Commit(("a.prompt.md", "pear"), ("b.prompt.md", null));

        (await Paths(shop, "apple")).ShouldBeEmpty();
        (await Paths(shop, "pear")).ShouldBe(["a"]);
    }

    [Fact]
    public async Task Hits_in_names_and_tags_come_before_hits_in_texts_and_near_words_before_far_ones()
    {
        await using var shop = await Workshop.Open();
        var far = string.Join(' ', Enumerable.Repeat("filler", 30));
        await shop.Commit(("refund.prompt.md", "x"));
        await shop.Commit(("tagged.prompt.md", "---\ntags: [refund]\n---\nx"));
        await shop.Commit(("near.prompt.md", $"refund order {far}"));
        await shop.Commit(("far.prompt.md", $"refund {far} order"));

        (await Paths(shop, "refund")).ShouldBe(["refund", "tagged", "far", "near"]);
        (await Paths(shop, "refund order")).ShouldBe(["near", "far"]);
    }

    [Fact]
    public async Task Highlights_are_places_in_excerpts()
    {
        await using var shop = await Workshop.Open();
        var text = string.Concat(Enumerable.Repeat("🙂 filler ", 40)) + "the Café here and there";
        await shop.Commit(("cafe.prompt.md", $"---\ntags: [un café noir]\ndescription: Cafe.\n---\n{text}"));

        var hit = (await shop.Search.Search(shop.Owner, new SearchRequest { Text = "cafe", Project = Workshop.Project })).Hits.ShouldHaveSingleItem();

        hit.Project.ShouldBe(Workshop.Project);
        hit.Highlights.Select(highlight => highlight.Field).ShouldBe(["path", "tag", "description", "text"]);
        hit.Highlights.Select(highlight => highlight.Excerpt.Substring(highlight.Spans[0].Start, highlight.Spans[0].Length)).ShouldBe(["cafe", "café", "Cafe", "Café"]);
        hit.Highlights[3].Excerpt.EnumerateRunes().ShouldNotContain(rune => rune.Value == 0xFFFD);
        hit.Highlights[3].Excerpt.Length.ShouldBeLessThan(100);
    }

    [Fact]
    public async Task Pages_follow_each_other_without_gap_or_repetition_beyond_what_is_ranked_together()
    {
        await using var shop = await Workshop.Open();
        await shop.Commit([.. Enumerable.Range(0, 600).Select(number => ($"p{number:000}.prompt.md", (string?)(number % 3 == 0 ? "word word" : "word")))]);
        var found = new List<string>();
        string? after = null;
        do
        {
            var page = await shop.Search.Search(shop.Owner, new SearchRequest { Text = "word", After = after, Limit = 100 });
            page.Hits.Count.ShouldBeLessThanOrEqualTo(100);
            found.AddRange(page.Hits.Select(hit => hit.Prompt.Path));
            after = page.Next;
        }
        while (after is not null);

        found.Count.ShouldBe(600);
        found.Distinct().Count().ShouldBe(600);
    }

    [Theory]
    [MemberData(nameof(Both))]
    public async Task A_change_of_more_than_a_thousand_prompts_is_indexed_behind_it_and_the_answer_says_so(bool onPostgres)
    {
        using var database = onPostgres ? postgres.CreateDatabase() : null;
        await using var shop = await Workshop.Open(place: database?.ConnectionString ?? ":memory:");
        await shop.Commit(("p0000.prompt.md", "old"), ("apart.prompt.md", "old"));
        var before = await shop.Sequence();
        await shop.Commit([.. Enumerable.Range(0, 1_001).Select(number => ($"p{number:0000}.prompt.md", (string?)"new"))]);

        var behind = await shop.Search.Search(shop.Owner, new SearchRequest { Text = "old" });
        behind.Hits.Select(hit => hit.Prompt.Path).ShouldBe(["apart"]);
        behind.IndexedThrough.ShouldBe(before);
        (await Paths(shop, "new")).ShouldBeEmpty();

        (await new SearchIndexer(shop.Store, shop.Objects, shop.Contents).CatchUp()).ShouldBe(1_001);
        var there = await shop.Search.Search(shop.Owner, new SearchRequest { Text = "new", Limit = 256 });
        there.Hits.Count.ShouldBe(256);
        there.IndexedThrough.ShouldBe(await shop.Sequence());
        (await Paths(shop, "old")).ShouldBe(["apart"]);
    }

    [Theory]
    [InlineData("", null, "invalid_query")]
    [InlineData("a*", null, "invalid_query")]
    [InlineData("!!", null, "invalid_query")]
    [InlineData("a", "1.2", "invalid_cursor")]
    [InlineData("a", "1.2.x", "invalid_cursor")]
    public async Task What_cannot_be_searched_is_refused(string text, string? after, string code)
    {
        await using var shop = await Workshop.Open();

        (await Workshop.Refusal(() => shop.Search.Search(shop.Owner, new SearchRequest { Text = text, After = after }))).Code.ShouldBe(code);
    }

    [Fact]
    public async Task Searches_have_a_limit()
    {
        await using var shop = await Workshop.Open();

        (await Workshop.Refusal(() => shop.Search.Search(shop.Owner, new SearchRequest { Text = new string('a', 1_001) }))).Code.ShouldBe("too_large");
        (await Workshop.Refusal(() => shop.Search.Search(shop.Owner, new SearchRequest { Text = string.Join('-', Enumerable.Repeat("a", 33)) }))).Code.ShouldBe("too_large");
    }

    private static async Task<List<string>> Paths(Workshop shop, string text) =>
        [.. (await shop.Search.Search(shop.Owner, new SearchRequest { Text = text.Any(char.IsLetter) ? text : text + "nothing" })).Hits.Select(hit => hit.Prompt.Path)];
}
