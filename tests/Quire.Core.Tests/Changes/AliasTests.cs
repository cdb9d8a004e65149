using Quire.Core.Changes;
using Quire.Core.Errors;
using Quire.Testing;
using Quire.Testing.Services;

namespace Quire.Core.Tests.Changes;

public sealed class AliasTests(PostgresFixture postgres)
{
    [Fact]
    public async Task An_alias_leads_to_the_version_it_names_until_it_moves()
    {
        await using var shop = await Workshop.Open();
        await shop.Commit(("a.prompt.md", "one"));
        await shop.Commit(("a.prompt.md", "two"));
        await Set(shop, "production", 1);
        (await shop.Text("a@production")).ShouldBe("one");

        await Set(shop, "production", 2);

        (await shop.Text("a@production")).ShouldBe("two");
    }

    [Fact]
    public async Task An_alias_set_with_a_commit_names_the_version_it_issues()
    {
        await using var shop = await Workshop.Open();
        await shop.Commit(("a.prompt.md", "one"));

        await shop.Writer.Save(shop.Owner, new() { Project = Workshop.Project, Path = "a", Source = "two"u8.ToArray(), Message = "Two", Aliases = ["staging"] });

        (await shop.Resolve("a@staging")).Version!.Number.ShouldBe(2);
    }

    [Fact]
    public async Task An_alias_that_stands_elsewhere_than_expected_is_not_moved()
    {
        await using var shop = await Workshop.Open();
        await shop.Commit(("a.prompt.md", "one"));
        await shop.Commit(("a.prompt.md", "two"));
        await Set(shop, "production", 1);

        var error = await Workshop.Refusal(() => shop.Writer.Annotate(shop.Owner, Workshop.Project, [new AliasMove("a", "production", new AliasTarget(2)) { Expected = 0 }]));

        error.Code.ShouldBe("stale_alias");
        error.Facts["actual"].ShouldBe("1");
    }

    [Theory]
    [InlineData("latest")]
    [InlineData("42")]
    [InlineData("Production")]
    [InlineData("")]
    public async Task Names_outside_the_grammar_are_refused(string name)
    {
        await using var shop = await Workshop.Open();
        await shop.Commit(("a.prompt.md", "one"));

        var error = await Workshop.Refusal(() => shop.Writer.Annotate(shop.Owner, Workshop.Project, [new AliasMove("a", name, AliasTarget.Latest)]));

        error.Kind.ShouldBe(ErrorKind.Invalid);
    }

    [Fact]
    public Task Sixteen_writers_on_one_alias_make_one_order_without_a_gap_in_memory() => Sixteen(":memory:");

    [Fact]
    public async Task Sixteen_writers_on_one_alias_make_one_order_without_a_gap_on_sqlite()
    {
        using var folder = new TempFolder();
        await Sixteen(folder.Path);
    }

    [Fact]
    public async Task Sixteen_writers_on_one_alias_make_one_order_without_a_gap_on_postgresql()
    {
        using var database = postgres.CreateDatabase();
        await Sixteen(database.ConnectionString);
    }

    private static async Task Sixteen(string place)
    {
        await using var shop = await Workshop.Open(place: place);
        await shop.Commit(("a.prompt.md", "one"));
        await shop.Commit(("a.prompt.md", "two"));
        var before = await shop.Sequence();

        var writers = Enumerable.Range(0, 16).Select(writer => Task.Run(async () =>
        {
            for (var round = 0; round < 10; round++)
                await Set(shop, "production", 1 + ((writer + round) % 2));
        }));
        await Task.WhenAll(writers);

        var rows = (await shop.Feed.List(shop.Owner, before, int.MaxValue, 1000)).Select(item => item.Row!).ToList();
        rows.Select(row => row.Sequence).ShouldBe(Enumerable.Range(1, rows.Count).Select(step => before + step));
        string? value = null;
        foreach (var row in rows)
        {
            row.Old.ShouldBe(value);
            value = row.New;
        }
        (await shop.Verifier.Verify(shop.Owner)).Problems.ShouldBeEmpty();
    }

    private static Task<Applied> Set(Workshop shop, string name, long number) =>
        shop.Writer.Annotate(shop.Owner, Workshop.Project, [new AliasMove("a", name, new AliasTarget(number))]);
}
