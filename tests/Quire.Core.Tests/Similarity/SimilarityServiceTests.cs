using Quire.Core.Changes;
using Quire.Core.Similarity;
using Quire.Testing;
using Quire.Testing.Services;
using Quire.Testing.Texts;

namespace Quire.Core.Tests.Similarity;

public sealed class SimilarityServiceTests(PostgresFixture postgres)
{
    private const string Text = "You answer questions of customers about refunds of their orders. Be kind, be short, and never promise what nobody has promised.";
    private const string Edited = "You answer questions of customers about refunds of their parcels. Be kind, be short, and never promise what nobody has promised!";
    private const string Apart = "Translate what follows into Portuguese as it is spoken in Brazil; keep names, numbers and markup exactly as they stand there.";

    public static TheoryData<bool> Both => [false, true];

    [Theory]
    [MemberData(nameof(Both))]
    public async Task Prompts_with_nearly_the_same_text_are_found_from_one_and_as_a_pair(bool onPostgres)
    {
        using var database = onPostgres ? postgres.CreateDatabase() : null;
        await using var shop = await Workshop.Open(place: database?.ConnectionString ?? ":memory:");
        await shop.Commit(
            ("support/refund.prompt.md", $"---\ndescription: One\n---\n{Text}"), ("old/refund.prompt.md", $"---\ndescription: Quite another one\ntags: [kept]\n---\n{Edited}"),
            ("translate.prompt.md", Apart), ("empty.txt", ""), ("signs.txt", "--- !!!"));

        var like = (await shop.Similarity.Like(shop.Owner, Workshop.Project, "support/refund")).ShouldHaveSingleItem();
        like.ShouldSatisfyAllConditions(
            () => like.Project.ShouldBe(Workshop.Project), () => like.Path.ShouldBe("old/refund"), () => like.Version.ShouldBe(1),
            () => like.Tags.ShouldBe(["kept"]), () => like.Score.ShouldBeInRange(0.7, 0.99));
        (await shop.Similarity.Like(shop.Owner, Workshop.Project, "signs.txt")).ShouldBeEmpty();

        var pairs = await shop.Similarity.Pairs(shop.Owner, Workshop.Project);
        var pair = pairs.Items.ShouldHaveSingleItem();
        new[] { pair.First.Path, pair.Second.Path }.ShouldBe(["support/refund", "old/refund"], ignoreOrder: true);
        pair.Score.ShouldBe(like.Score);
        pairs.More.ShouldBeFalse();
    }

    [Theory]
    [MemberData(nameof(Both))]
    public async Task Every_change_that_was_answered_counts(bool onPostgres)
    {
        using var database = onPostgres ? postgres.CreateDatabase() : null;
        await using var shop = await Workshop.Open(place: database?.ConnectionString ?? ":memory:");
        await shop.Commit(("a.prompt.md", Text), ("b.prompt.md", Edited));
        (await Like(shop, "a")).ShouldBe(["b"]);

        await shop.Commit(("b.prompt.md", Apart), ("c.prompt.md", Text));
        (await Like(shop, "a")).ShouldBe(["c"]);
        await shop.Writer.Move(shop.Owner, Workshop.Project, "c", "moved/c", null);
        (await Like(shop, "a")).ShouldBe(["moved/c"]);
        await shop.Commit(("moved/c.prompt.md", null));
        (await Like(shop, "a")).ShouldBeEmpty();
        await shop.Writer.Annotate(shop.Owner, Workshop.Project, [new AnnotationMove("b", 2, AnnotationKeys.Tombstone, "true")]);
        (await Like(shop, "a")).ShouldBe(["b"]);
        await shop.Commit([.. Enumerable.Range(0, 1_100).Select(number => ($"many/p{number}.prompt.md", (string?)$"Number {number} says {number * 7919}"))]);
        await shop.Commit(("d.prompt.md", Text));
        (await Like(shop, "a")).ShouldBe(["d", "b"]);
    }

    [Fact]
    public async Task Other_projects_are_looked_at_where_that_is_asked_for()
    {
        await using var shop = await Workshop.Open();
        await shop.Projects.Create(shop.Owner, "other");
        await shop.Commit(("a.prompt.md", Text));
        await shop.Commits.Commit(shop.Owner, new() { Project = "other", Message = "Add", Changes = [new("b.prompt.md") { Content = System.Text.Encoding.UTF8.GetBytes(Edited) }] });

        (await Like(shop, "a")).ShouldBeEmpty();
        (await shop.Similarity.Like(shop.Owner, Workshop.Project, "a", everywhere: true)).ShouldHaveSingleItem().Project.ShouldBe("other");
        (await shop.Similarity.Pairs(shop.Owner, Workshop.Project)).Items.ShouldBeEmpty();
        (await shop.Similarity.Pairs(shop.Owner, null)).Items.ShouldHaveSingleItem();
    }

    [Fact]
    public async Task Planted_edits_come_first_and_a_page_that_is_full_says_so()
    {
        var planted = PlantedTexts.Make(Seeds.NewRandom(), 120, 20);
        await using var shop = await Workshop.Open();
        await shop.Commit([.. planted.Texts.Select((text, number) => ($"p{number}.prompt.md", (string?)text))]);

        var all = await shop.Similarity.Pairs(shop.Owner, Workshop.Project, limit: 1_000);
        var few = await shop.Similarity.Pairs(shop.Owner, Workshop.Project, limit: 3);

        all.Items.Count(pair => planted.Pairs.Contains(Places(pair))).ShouldBeGreaterThanOrEqualTo(18);
        all.Items.Select(pair => pair.Score).ShouldBeInOrder(SortDirection.Descending);
        few.Items.ShouldBe(all.Items.Take(3));
        (few.More, all.More).ShouldBe((true, false));
    }

    [Theory]
    [InlineData("a", 0.05, 10, "invalid_parameter")]
    [InlineData("a", 1.1, 10, "invalid_parameter")]
    [InlineData("a", double.NaN, 10, "invalid_parameter")]
    [InlineData("a", 0.5, 0, "invalid_limit")]
    [InlineData("a", 0.5, 1001, "invalid_limit")]
    [InlineData("gone", 0.5, 10, "prompt_not_found")]
    [InlineData("never", 0.5, 10, "prompt_not_found")]
    public async Task What_cannot_be_looked_for_is_refused(string path, double least, int limit, string code)
    {
        await using var shop = await Workshop.Open();
        await shop.Commit(("a.prompt.md", Text), ("gone.prompt.md", Text));
        await shop.Commit(("gone.prompt.md", null));

        (await Workshop.Refusal(() => shop.Similarity.Like(shop.Owner, Workshop.Project, path, least: least, limit: limit))).Code.ShouldBe(code);
        if (path == "a")
            (await Workshop.Refusal(() => shop.Similarity.Pairs(shop.Owner, null, least, limit))).Code.ShouldBe(code);
    }

    [Fact]
    public async Task Pairs_are_not_looked_for_where_sketches_would_miss_too_many()
    {
        await using var shop = await Workshop.Open();

        (await Workshop.Refusal(() => shop.Similarity.Pairs(shop.Owner, null, 0.2))).Code.ShouldBe("invalid_parameter");
    }

    private static async Task<List<string>> Like(Workshop shop, string path) => [.. (await shop.Similarity.Like(shop.Owner, Workshop.Project, path)).Select(found => found.Path)];

    private static (int, int) Places(SimilarPair pair)
    {
        var (one, other) = (int.Parse(pair.First.Path[1..]), int.Parse(pair.Second.Path[1..]));
        return (Math.Min(one, other), Math.Max(one, other));
    }
}
