using System.Text;
using Quire.Core.Access;
using Quire.Core.Changes;
using Quire.Core.Seeding;
using Quire.Testing;
using Quire.Testing.Services;

namespace Quire.Core.Tests.Seeding;

public sealed class SeedingTests(PostgresFixture postgres)
{
    [Fact]
    public Task Two_seeders_at_once_seed_each_prompt_once_in_memory() => Race(":memory:");

    [Fact]
    public async Task Two_seeders_at_once_seed_each_prompt_once_on_sqlite()
    {
        using var folder = new TempFolder();
        await Race(folder.Path);
    }

    [Fact]
    public async Task Two_seeders_at_once_seed_each_prompt_once_on_postgresql()
    {
        using var database = postgres.CreateDatabase();
        await Race(database.ConnectionString);
    }

    [Fact]
    public async Task A_prompt_that_was_deleted_or_moved_in_the_registry_does_not_come_back()
    {
        await using var shop = await Workshop.Open();
        var seeds = new SeedService(shop.Store, shop.Commits);
        await seeds.Seed(shop.Owner, Workshop.Project, Manifest(3));
        await shop.Writer.Delete(shop.Owner, Workshop.Project, "p0", "Away");
        await shop.Writer.Move(shop.Owner, Workshop.Project, "p1", "elsewhere/p1", null);

        var again = await seeds.Seed(shop.Owner, Workshop.Project, Manifest(4));

        again.Items.Select(item => (item.Path, item.Outcome, item.Deleted)).ShouldBe(
            [("p0", SeedOutcome.Skipped, true), ("elsewhere/p1", SeedOutcome.Skipped, false), ("p2", SeedOutcome.Skipped, false), ("p3", SeedOutcome.Seeded, false)]);
        (await shop.Text("p3@production")).ShouldBe("Text 3");
    }

    [Fact]
    public async Task A_protected_alias_stops_the_whole_seeding_of_a_key_that_may_not_move_it()
    {
        await using var shop = await Workshop.Open();
        await shop.Writer.Annotate(shop.Owner, Workshop.Project, [new AliasProtectionMove("production", true)]);
        var made = await shop.Keys.Create(shop.Owner, new NewKey { Name = "app", Permissions = Permissions.Read | Permissions.Write });
        var app = (await shop.Keys.Authenticate(made.Secret))!;

        var error = await Workshop.Refusal(() => new SeedService(shop.Store, shop.Commits).Seed(app, Workshop.Project, Manifest(2)));

        error.Code.ShouldBe("protected");
        (await shop.Lister.List(shop.Owner, Workshop.Project)).Items.ShouldBeEmpty();
    }

    private static async Task Race(string place)
    {
        await using var shop = await Workshop.Open(place: place);
        var seeds = new SeedService(shop.Store, shop.Commits);

        var results = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(() => seeds.Seed(shop.Owner, Workshop.Project, Manifest(11)))));

        results.Sum(result => result.Items.Count(item => item.Outcome == SeedOutcome.Seeded)).ShouldBe(11);
        results.ShouldAllBe(result => result.Items.All(item => item.Outcome != SeedOutcome.Changed));
        foreach (var item in (await shop.Lister.List(shop.Owner, Workshop.Project)).Items)
            (item.Version.Number, item.Aliases["production"]).ShouldBe((1, 1));
    }

    private static SeedManifest Manifest(int prompts) => new()
    {
        Aliases = ["production"],
        Items = [.. Enumerable.Range(0, prompts).Select(number => new SeedItem { Name = $"p{number}", Source = Encoding.UTF8.GetBytes($"Text {number}") })],
    };
}
