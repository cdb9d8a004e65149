using System.Diagnostics;
using Quire.Core.Changes;
using Quire.Core.Prompts;
using Quire.Testing;
using Quire.Testing.Services;

namespace Quire.Core.Tests.Changes;

/// <summary>An alias that moves on a thousand prompts at once. The time is printed, not asserted.</summary>
public sealed class ManyAliasesTests(PostgresFixture postgres, ITestOutputHelper output)
{
    private const int Prompts = 1_000;

    [Fact]
    public async Task A_thousand_aliases_move_in_one_change_on_sqlite()
    {
        using var folder = new TempFolder();
        await Thousand(folder.Path, "SQLite");
    }

    [Fact]
    public async Task A_thousand_aliases_move_in_one_change_on_postgresql()
    {
        using var database = postgres.CreateDatabase();
        await Thousand(database.ConnectionString, "PostgreSQL");
    }

    [Fact]
    public async Task A_thousand_aliases_do_not_move_where_one_of_them_cannot()
    {
        await using var shop = await Filled(":memory:");
        var before = await shop.Sequence();
        var paths = Enumerable.Range(0, Prompts).Select(number => $"f/p{number}").Append("f/none").ToList();

        var error = await Workshop.Refusal(() => Bulk(shop).Move(shop.Owner, Workshop.Project, new AliasBulk { Alias = "production", Prompts = new() { Paths = paths }, Target = AliasTarget.Latest }));

        error.Code.ShouldBe("prompt_not_found");
        (await shop.Sequence()).ShouldBe(before);
    }

    [Fact]
    public async Task Two_who_edit_the_tags_of_one_prompt_at_once_both_find_theirs()
    {
        await using var shop = await Workshop.Open();
        await shop.Commit(("a.prompt.md", "---\ntags: [z]\n---\nx"));

        await Task.WhenAll(Enumerable.Range(0, 3).Select(writer => shop.Writer.Annotate(shop.Owner, Workshop.Project, [new TagsMove("a", [$"t{writer}"], [])])));

        (await shop.Resolve("a")).Tags.Order(StringComparer.Ordinal).ShouldBe(["t0", "t1", "t2", "z"]);
    }

    [Theory]
    [InlineData("prod*", "production", true)]
    [InlineData("*", "anything", true)]
    [InlineData("p*d*n", "production", true)]
    [InlineData("production", "production", true)]
    [InlineData("prod*x", "production", false)]
    [InlineData("prod", "production", false)]
    [InlineData("production", "prod", false)]
    [InlineData("a*a", "a", false)]
    [InlineData("*-eu", "prod-eu-eu", true)]
    public void A_star_stands_for_any_characters_also_for_none(string pattern, string name, bool matches) =>
        AliasPattern.Matches(pattern, name).ShouldBe(matches);

    private async Task Thousand(string place, string database)
    {
        await using var shop = await Filled(place);
        var before = await shop.Sequence();
        var watch = Stopwatch.StartNew();

        var moved = await Bulk(shop).Move(shop.Owner, Workshop.Project, new AliasBulk { Alias = "production", Prompts = new() { Folder = "f" }, Target = AliasTarget.Latest });

        output.WriteLine($"{database}: {Prompts:N0} aliases in one change: {watch.ElapsedMilliseconds} ms");
        (moved.Prompts, moved.Applied.Sequence).ShouldBe((Prompts, before + 1));
        (await shop.Resolve("f/p999@production")).Version!.Number.ShouldBe(1);
        var rows = await shop.Feed.List(shop.Owner, before, int.MaxValue, Prompts);
        rows.Count.ShouldBe(Prompts);
        rows.ShouldAllBe(item => item.Row!.Kind == "alias" && item.Row.Sequence == before + 1);
    }

    private static BulkWriter Bulk(Workshop shop) => new(shop.Store, shop.Door);

    private static async Task<Workshop> Filled(string place)
    {
        var shop = await Workshop.Open(place: place);
        await shop.Commit([.. Enumerable.Range(0, Prompts).Select(number => ($"f/p{number}.prompt.md", (string?)$"Prompt {number}"))]);
        return shop;
    }
}
