using Quire.Core.Changes;
using Quire.Core.Merging;
using Quire.Testing;
using Quire.Testing.Services;

namespace Quire.Core.Tests.Changes;

/// <summary>Sixteen writers of one branch that say nothing about what they saw: each of them is served, whoever else writes.</summary>
public sealed class RaceTests(PostgresFixture postgres)
{
    private const int Writers = 16;
    private const int Rounds = 6;

    [Fact]
    public async Task Sixteen_writers_without_a_head_all_succeed_on_sqlite()
    {
        using var folder = new TempFolder();
        await using var shop = await Workshop.Open(place: folder.Path);
        await Run([shop]);
    }

    [Fact]
    public async Task Sixteen_writers_without_a_head_all_succeed_on_postgresql()
    {
        using var database = postgres.CreateDatabase();
        await using var shop = await Workshop.Open(place: database.ConnectionString);
        await Run([shop]);
    }

    [Fact]
    public async Task Sixteen_writers_of_two_processes_all_succeed_on_postgresql()
    {
        using var database = postgres.CreateDatabase();
        await using var one = await Workshop.Open(place: database.ConnectionString);
        await using var two = await Workshop.Open(place: database.ConnectionString);
        await Run([one, two]);
    }

    private static async Task Run(Workshop[] nodes)
    {
        var shop = nodes[0];
        await shop.Commit(("shared.prompt.md", "start"));
        for (var writer = 0; writer < Writers; writer++)
            await shop.CommitTo($"side/{writer}", "Side", ($"side{writer}.prompt.md", "side"));

        await Task.WhenAll(Enumerable.Range(0, Writers).Select(writer => Task.Run(() => Write(nodes[writer % nodes.Length], writer))));

        for (var writer = 0; writer < Writers; writer++)
        {
            (await shop.Text($"own{writer}")).ShouldBe($"{Rounds - 1}");
            (await shop.Text($"side{writer}")).ShouldBe("side");
        }
        // Every text is another one, so each of these commits issued a number: none was lost under another.
        (await shop.Resolve("shared")).Version!.Number.ShouldBe(1 + (Writers * Rounds));
        (await shop.Verifier.Verify(shop.Owner)).Problems.ShouldBeEmpty();
    }

    private static async Task Write(Workshop shop, int writer)
    {
        for (var round = 0; round < Rounds; round++)
        {
            (await shop.Commit((("shared.prompt.md", $"{writer} {round}")), ($"own{writer}.prompt.md", $"{round}"))).Changed.ShouldBeTrue();
            await shop.Writer.Annotate(shop.Owner, Workshop.Project, [new AliasMove("shared", "production", AliasTarget.Latest)]);
        }
        await shop.Merges.Merge(shop.Owner, new MergeRequest { Project = Workshop.Project, From = $"side/{writer}" });
    }
}
